package org.foundups.twin.api;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.drafter.EngineLimits;
import org.foundups.twin.drafter.EngineSettings;
import org.foundups.twin.drafter.ModelStore;
import org.foundups.twin.drafter.NativeLibraries;
import org.foundups.twin.drafter.StoredModel;

/// The command that starts the embedded engine: a JVM of its own, so that a native fault ends the
/// engine and not the service.
record EmbeddedEngine(
        EngineProperties wanted, Path home, StoredModel model, NativeLibraries natives) {
    private static final String MAIN = "org.foundups.twin.llama.EngineMain";

    /// All it needs of the application.
    private static final List<String> PARTS =
            List.of(
                    "twin-llama",
                    "jackson-core",
                    "jackson-databind",
                    "jackson-annotations",
                    "jspecify");

    /// The model to run, if its file is here; nothing is fetched. One that was named is never
    /// replaced by another.
    static Optional<StoredModel> model(ModelStore store, String named) {
        if (!named.isBlank()) return store.present(named);
        var selected = store.selected();
        var candidates = new ArrayList<String>();
        candidates.add(selected.name());
        candidates.addAll(selected.fallback());
        return candidates.stream().flatMap(name -> store.present(name).stream()).findFirst();
    }

    EngineSettings settings() {
        return new EngineSettings(
                command(), model.entry().name(), model.entry().sha256(), EngineLimits.DEFAULT);
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // So that whoever cleans up after this data directory finds the engine, too.
        command.add("-Dtwin.home=" + home);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", classPath(System.getProperty("java.class.path")), MAIN));
        command.addAll(List.of("--model", model.file().toString()));
        command.addAll(List.of("--native", natives.directory().toString()));
        command.addAll(List.of("--name", model.entry().name()));
        command.addAll(List.of("--sha256", model.entry().sha256()));
        command.addAll(List.of("--context", Integer.toString(wanted.contextTokens())));
        command.addAll(List.of("--slots", Integer.toString(wanted.slots())));
        if (wanted.threads() > 0) {
            command.addAll(List.of("--threads", Integer.toString(wanted.threads())));
        }
        return command;
    }

    /// The few entries the engine needs: looking through all of them would slow its start.
    static String classPath(String whole) {
        var entries =
                Arrays.stream(whole.split(File.pathSeparator, -1))
                        .filter(EmbeddedEngine::isPart)
                        .toList();
        if (entries.stream().noneMatch(entry -> entry.contains("twin-llama"))) {
            throw new TwinException(
                    TwinException.Code.INTERNAL,
                    "The engine (twin-llama) is missing from the application. ./twin build makes it"
                            + " anew.");
        }
        return String.join(File.pathSeparator, entries);
    }

    private static boolean isPart(String entry) {
        return PARTS.stream().anyMatch(entry::contains);
    }
}
