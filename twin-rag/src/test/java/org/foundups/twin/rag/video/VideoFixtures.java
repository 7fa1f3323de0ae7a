package org.foundups.twin.rag.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The invented files beside the tests, and files written in a test.
final class VideoFixtures {
    static final Path FOLDER = Path.of("src/test/resources/video-index");

    private VideoFixtures() {}

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static VideoFile file(String name) {
        return VideoFile.read(bytes(name), place(name));
    }

    static VideoIndex video(String name) {
        return ((VideoFile.Read) file(name)).video();
    }

    /// A file of channel `undaodu` with apostrophes for quotes.
    static VideoIndex written(String json) {
        var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return switch (VideoFile.read(bytes, place("stem"))) {
            case VideoFile.Read(var video) -> video;
            case VideoFile.Unreadable fault -> throw new AssertionError(fault);
        };
    }

    static VideoFile.Place place(String stem) {
        return new VideoFile.Place(stem, "", VideoSettings.standard().of("undaodu"));
    }
}
