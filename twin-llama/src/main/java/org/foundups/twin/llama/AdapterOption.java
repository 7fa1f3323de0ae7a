package org.foundups.twin.llama;

import java.nio.file.Path;

/// A LoRA adapter to be put on the model.
///
/// @param scale 1 for the strength it was trained with; above 0, up to 10
record AdapterOption(Path file, float scale) {
    AdapterOption {
        if (!(scale > 0 && scale <= 10)) {
            throw new IllegalArgumentException("--adapter: the scale is above 0, up to 10");
        }
    }

    /// @param text `FILE` or `FILE:SCALE`
    static AdapterOption parse(String text) {
        var colon = text.lastIndexOf(':');
        var scale = colon < 0 ? "" : text.substring(colon + 1);
        if (!scale.matches("\\d{1,3}(\\.\\d{1,4})?")) return new AdapterOption(Path.of(text), 1);
        return new AdapterOption(Path.of(text.substring(0, colon)), Float.parseFloat(scale));
    }
}
