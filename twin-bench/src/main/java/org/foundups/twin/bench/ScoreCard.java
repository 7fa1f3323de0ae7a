package org.foundups.twin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Collects figures, prints them as they come, and writes them down at the end.
final class ScoreCard {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    ScoreCard(String name, PrintStream out) {
        this.out = out;
        var machine = Machine.current();
        figures.put("benchmark", name);
        figures.put("machine", machine);
        out.println(machine.line());
    }

    void say(String line) {
        out.println(line);
    }

    void add(Sample sample) {
        out.println(sample.line());
        figures.put(
                sample.what(),
                Map.of(
                        "count", sample.nanos().size(),
                        "p50_ms", sample.millis(0.5),
                        "p99_ms", sample.millis(0.99),
                        "max_ms", sample.millis(1),
                        "per_second", sample.perSecond()));
    }

    void add(String name, Object figure) {
        out.println(name + ": " + figure);
        figures.put(name, figure);
    }

    /// @param file null for nowhere
    void write(@Nullable Path file) throws IOException {
        if (file == null) return;
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        out.println("Written to " + file);
    }
}
