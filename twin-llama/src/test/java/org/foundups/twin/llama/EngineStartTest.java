package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What can be told of the program without a model.
@Timeout(60)
final class EngineStartTest {
    private static void fails(List<String> options, String code, int status, String words)
            throws IOException, InterruptedException {
        try (var engine = EngineProcess.start(options)) {
            var event = engine.outcome();
            assertThat(event.path("event").asString()).isEqualTo("failed");
            assertThat(event.path("code").asString()).isEqualTo(code);
            assertThat(event.path("message").asString()).contains(words);
            assertThat(engine.process().waitFor()).isEqualTo(status);
        }
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        fails(List.of("--model", "m"), "ARGUMENT", 2, "--native is missing");
    }

    @Test
    void saysThatTheModelIsMissing(@TempDir Path folder) throws Exception {
        var model = folder.resolve("none.gguf").toString();
        fails(List.of("--model", model, "--native", "n"), "MODEL", 3, "There is no model file");
    }

    @Test
    void saysThatAFileIsNoModel(@TempDir Path folder) throws Exception {
        var model = folder.resolve("page.gguf");
        Files.writeString(model, "<!doctype html><title>Not found</title>");
        fails(List.of("--model", model.toString(), "--native", "n"), "MODEL", 3, "is no GGUF file");
    }

    @Test
    void saysThatTheLibrariesAreMissing(@TempDir Path folder) throws Exception {
        var model = folder.resolve("small.gguf");
        Files.write(model, "GGUF\3\0\0\0aaaaaaaabbbbbbbb".getBytes(StandardCharsets.ISO_8859_1));
        fails(
                List.of("--model", model.toString(), "--native", folder.toString()),
                "NATIVE",
                4,
                "is missing or cannot be read");
    }

    @Test
    void saysThatTheKeyIsMissing() throws Exception {
        var command =
                EngineProcess.java(EngineMain.class, List.of("--model", "m", "--native", "n"));
        var process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("\"code\":\"ARGUMENT\"").contains("bearer token");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void explainsItself() throws Exception {
        var process =
                new ProcessBuilder(EngineProcess.java(EngineMain.class, List.of("--help"))).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo(EngineOptions.HELP);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
