package org.foundups.twin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Time until the twin is ready, at the first start of a data directory and at a later one, and the
/// memory of each of its processes. What is fetched and built is there already.
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Time to ready and memory of each process. Linux only.")
final class StartBench implements Callable<Integer> {
    @Option(
            names = "--twin",
            defaultValue = "./twin",
            description = "the launcher (${DEFAULT-VALUE})")
    private Path twin = Path.of("./twin");

    @Option(names = "--port", defaultValue = "18012", description = "(${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--out", description = "where to write the figures as JSON")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var card = new ScoreCard("start", System.out);
        try (var home = Scratch.directory()) {
            try {
                card.add("first start, sample loaded, seconds", seconds(run(home.path(), "up")));
                run(home.path(), "stop");
                card.add("later start, seconds", seconds(run(home.path(), "up")));
                card.add("resident memory, MB", resident(home.path()));
                run(
                        home.path(),
                        "consider",
                        "--json",
                        "What was the first thing you ever planted?");
                card.add("resident memory after a consideration, MB", resident(home.path()));
            } finally {
                run(home.path(), "stop");
            }
        }
        card.write(out);
        return 0;
    }

    private static double seconds(Duration took) {
        return Math.round(took.toMillis() / 10.0) / 100.0;
    }

    private Duration run(Path home, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(twin.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TWIN_HOME", home.toString());
        builder.environment().put("TWIN_PORT", Integer.toString(port));
        builder.redirectOutput(home.resolve("bench.log").toFile());
        var begun = System.nanoTime();
        var status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(
                    command
                            + " ended with "
                            + status
                            + ": "
                            + Files.readString(home.resolve("bench.log")));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// By process: service, engine, and the database with all its processes.
    private static String resident(Path home) throws IOException {
        var kilobytes = new TreeMap<String, Long>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) add(process, home.toString(), kilobytes);
        }
        var text = new ArrayList<String>();
        kilobytes.forEach(
                (name, size) -> text.add(String.format(Locale.ROOT, "%s %d", name, size / 1024)));
        return String.join(", ", text);
    }

    private static void add(Path process, String home, Map<String, Long> kilobytes) {
        try {
            var command = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
            var name = name(command, home, parent(process));
            if (name == null) return;
            // Shared pages are counted once: each process gets its share of them.
            var pages = Files.readString(process.resolve("smaps_rollup"));
            kilobytes.merge(name, value(pages, "Pss:"), Long::sum);
        } catch (IOException gone) {
            // It ended while we looked.
        }
    }

    private static @Nullable String name(String command, String home, String parent) {
        if (command.contains("-Dtwin.home=" + home)) {
            return command.contains("EngineMain") ? "engine" : "service";
        }
        // The server names its directory; its children only say that they are PostgreSQL's.
        var server = home + "/postgres/data";
        return command.contains(server) || parent.contains(server) ? "database" : null;
    }

    private static String parent(Path process) throws IOException {
        var parent = value(Files.readString(process.resolve("status")), "PPid:");
        var command = Path.of("/proc", Long.toString(parent), "cmdline");
        return parent == 0 ? "" : Files.readString(command).replace('\0', ' ');
    }

    private static long value(String status, String key) {
        return status.lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
