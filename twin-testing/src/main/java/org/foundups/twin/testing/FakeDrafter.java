package org.foundups.twin.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Drafter;
import org.foundups.twin.core.Drafting;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Undrafted;

/// Says what it was told to say, one text an attempt, the last one for ever. Its model is called
/// `test-model`, so no record of it can be taken for a real one.
public final class FakeDrafter implements Drafter {
    private final List<String> texts;
    private final List<Brief> asked = new ArrayList<>();

    private FakeDrafter(List<String> texts) {
        this.texts = texts;
    }

    /// A model that writes these texts.
    ///
    /// @param texts none means that no model is there
    public static FakeDrafter saying(String... texts) {
        return new FakeDrafter(List.of(texts));
    }

    /// A model that is not there.
    public static FakeDrafter absent() {
        return new FakeDrafter(List.of());
    }

    /// Every brief it was given, oldest first.
    public synchronized List<Brief> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Drafting draft(Brief brief, Consumer<String> tokens) {
        asked.add(brief);
        if (texts.isEmpty()) {
            return new Undrafted(brief, TwinException.Code.MODEL_UNAVAILABLE, "No model is there.");
        }
        var text = texts.get(Math.min(asked.size(), texts.size()) - 1);
        tokens.accept(text);
        return Fixtures.draft(brief, text);
    }
}
