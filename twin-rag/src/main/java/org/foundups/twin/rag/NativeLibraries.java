package org.foundups.twin.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Unpacks native libraries once, to a place of ours. Left alone, ONNX Runtime unpacks 20 MB to the
/// temporary directory at every start and leaves it there when it is killed.
final class NativeLibraries {
    private static final String PLACE = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /// Does nothing where the place was named already, or the platform is not in the jar.
    static void unpackTo(Path directory) {
        if (System.getProperty("DJL_CACHE_DIR") == null)
            System.setProperty("DJL_CACHE_DIR", directory.resolve("djl").toString());
        if (System.getProperty(PLACE) != null) return;
        var platform = platform();
        for (var name : NAMES) {
            if (Embedder.class.getResource(resource(platform, name)) == null) return;
        }
        try {
            var place = Files.createDirectories(directory.resolve("onnxruntime-" + platform));
            for (var name : NAMES) unpack(resource(platform, name), place);
            System.setProperty(PLACE, place.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Native libraries cannot be unpacked to " + directory, failure);
        }
    }

    private static String resource(String platform, String name) {
        return "/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name);
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        var arm = processor.equals("aarch64");
        return (system.startsWith("mac") ? "osx" : "linux") + (arm ? "-aarch64" : "-x64");
    }

    /// Two processes may do this at once: each moves a whole file into place.
    private static void unpack(String resource, Path place) throws IOException {
        var target = place.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        var source = Embedder.class.getResource(resource);
        if (source == null) throw new IOException("missing in the jar: " + resource);
        var connection = source.openConnection();
        if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) return;
        var draft = Files.createTempFile(place, "unpacking", null);
        try (var bytes = connection.getInputStream()) {
            Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
