package org.foundups.twin.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// One run of a command, in an environment of its own, and what came of it.
record CommandRun(int status, String out, String error) {
    /// How a command is run.
    static final class Setting {
        private final Map<String, String> environment = new HashMap<>();
        private final Properties properties = new Properties();
        private String input = "";
        private boolean terminal;

        Setting(Path directory) {
            environment.put("TWIN_HOME", directory.toString());
            environment.put("TWIN_CACHE", directory.resolve("cache").toString());
            // Nobody listens on the port of "discard".
            environment.put("TWIN_URL", "http://127.0.0.1:9");
        }

        Setting calling(FakeTwin twin) {
            return with("TWIN_URL", twin.address().toString()).with("TWIN_KEY", "twin_test");
        }

        Setting with(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Setting configured(Path config) {
            properties.setProperty("twin.config", config.toString());
            return this;
        }

        Setting reading(String text) {
            input = text;
            return this;
        }

        Setting onATerminal() {
            terminal = true;
            return this;
        }

        CommandRun run(String... arguments) {
            return into(new ByteArrayOutputStream(), arguments);
        }

        CommandRun into(OutputStream out, String... arguments) {
            var error = new ByteArrayOutputStream();
            var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
            var console =
                    new Terminal(
                            in,
                            new Output(out, 80, terminal, terminal),
                            new Output(error, 80, terminal, terminal));
            var status =
                    TwinCommand.run(console, () -> Settings.of(environment, properties), arguments);
            return new CommandRun(status, out.toString(), error.toString(StandardCharsets.UTF_8));
        }
    }
}
