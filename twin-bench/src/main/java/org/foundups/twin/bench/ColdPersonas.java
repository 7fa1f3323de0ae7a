package org.foundups.twin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A copy of the configuration with more personas, which differ in their first words: the first
/// prompt of each finds nothing it can go on from.
record ColdPersonas(Path config, List<String> names, Scratch scratch) implements AutoCloseable {
    ColdPersonas {
        names = List.copyOf(names);
    }

    static ColdPersonas beside(Path config, int count) throws IOException {
        var scratch = Scratch.directory();
        var copy = scratch.path();
        try (var files = Files.walk(config)) {
            for (var file : files.toList()) {
                var target = copy.resolve(config.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        var original = Files.readString(config.resolve("personas/012.yaml"));
        var names = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            var name = "cold-" + number;
            var persona =
                    original.replaceFirst("(?m)^id:.*$", "id: \"" + name + "\"")
                            .replaceFirst(
                                    "(?m)^name:.*$", "name: \"Number " + (71 + 13 * number) + "\"");
            Files.writeString(copy.resolve("personas/" + name + ".yaml"), persona);
            names.add(name);
        }
        return new ColdPersonas(copy, names, scratch);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
