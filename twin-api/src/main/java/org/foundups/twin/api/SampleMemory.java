package org.foundups.twin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.foundups.twin.rag.ImportProgress;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.files.ImportOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The memory of an invented creator, so that a first run shows something worth seeing. It is
/// loaded once, into an empty memory; whoever deletes it does not get it back.
record SampleMemory(VoiceMemory memory, Path mark) {
    private static final Logger LOG = LoggerFactory.getLogger(SampleMemory.class);
    private static final List<String> FILES = List.of("comments.jsonl", "talks.jsonl");

    /// @param persona whose memory it becomes
    void load(String persona) {
        if (Files.exists(mark)) return;
        if (memory.stats().documents() == 0) FILES.forEach(file -> load(persona, file));
        try {
            Files.writeString(
                    mark,
                    "The sample memory was offered once. Delete this to be offered it again.\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The data directory cannot be written.", unwritable);
        }
    }

    private void load(String persona, String name) {
        try (var sample = resource(name)) {
            var file = Files.createTempFile(mark.toAbsolutePath().getParent(), "sample", ".jsonl");
            try {
                Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                var summary =
                        memory.importFile(
                                file,
                                ImportOptions.of(persona, "jsonl"),
                                ImportProgress.unwatched());
                if (summary.refused() > 0) {
                    throw new IllegalStateException(
                            "The sample " + name + " is not right: " + summary.errors().getFirst());
                }
                LOG.info("The sample {} was loaded: {} documents.", name, summary.stored());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The sample " + name + " cannot be loaded.", failure);
        }
    }

    private static InputStream resource(String name) {
        var stream = SampleMemory.class.getResourceAsStream("/sample/" + name);
        if (stream == null) {
            throw new IllegalStateException("The sample " + name + " is missing; build anew.");
        }
        return stream;
    }
}
