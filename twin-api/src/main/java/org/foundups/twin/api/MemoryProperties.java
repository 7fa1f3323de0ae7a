package org.foundups.twin.api;

import java.nio.file.Path;
import java.time.Duration;
import org.foundups.twin.rag.RagSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How memory is searched, `twin.rag.*`; meanings and ranges stand at [RagSettings].
///
/// @param embedders 0 means one for each processor, at most 8
@ConfigurationProperties(prefix = "twin.rag", ignoreUnknownFields = false)
record MemoryProperties(
        @DefaultValue("0.35") double minimumScore,
        @DefaultValue("5") int passages,
        @DefaultValue("100") int neighbours,
        @DefaultValue("0.25") double diversity,
        @DefaultValue("0.95") double duplicateCosine,
        @DefaultValue("0") int embedders,
        @DefaultValue("1s") Duration followEvery) {
    RagSettings settings(Path index, Path natives) {
        var processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        return new RagSettings(
                index,
                natives,
                minimumScore,
                passages,
                neighbours,
                diversity,
                duplicateCosine,
                embedders == 0 ? processors : embedders,
                followEvery);
    }
}
