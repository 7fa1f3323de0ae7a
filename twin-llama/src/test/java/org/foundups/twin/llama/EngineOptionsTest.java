package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EngineOptionsTest {
    @Test
    void needsAModelAndLibrariesOnly() {
        assertThat(EngineOptions.parse(List.of("--model", "/m/qwen.gguf", "--native", "/n")))
                .isEqualTo(
                        new EngineOptions(
                                Path.of("/m/qwen.gguf"),
                                Path.of("/n"),
                                "qwen",
                                null,
                                PhysicalCores.count(),
                                2048,
                                2,
                                0,
                                32,
                                null,
                                false,
                                null));
    }

    @Test
    void readsEveryOption() {
        var line =
                "--model /m/q.gguf --native /n --name qwen --sha256 ab12 --threads 3 --context 512"
                        + " --slots 4 --port 9000 --queue 5 --adapter /a.gguf:0.5 --standalone"
                        + " --key-file /k";
        assertThat(EngineOptions.parse(List.of(line.split(" "))))
                .isEqualTo(
                        new EngineOptions(
                                Path.of("/m/q.gguf"),
                                Path.of("/n"),
                                "qwen",
                                "ab12",
                                3,
                                512,
                                4,
                                9000,
                                5,
                                new AdapterOption(Path.of("/a.gguf"), 0.5f),
                                true,
                                Path.of("/k")));
    }

    @Test
    void mentionsEveryOptionInTheHelp() {
        for (var component : EngineOptions.class.getRecordComponents()) {
            var option =
                    component.getName().equals("natives")
                            ? "native"
                            : component.getName().replace("keyFile", "key-file");
            assertThat(EngineOptions.HELP).contains("--" + option);
        }
    }

    @Test
    void tellsAllProblemsTogether() {
        assertThatThrownBy(() ->
                        EngineOptions.parse(
                                List.of(
                                        "--threads",
                                        "0",
                                        "--slots",
                                        "many",
                                        "--sloths",
                                        "--adapter",
                                        "a:0",
                                        "--key-file",
                                        "k",
                                        "--port")))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("--threads is a number from 1 to 256")
                .hasMessageContaining("--slots is a number")
                .hasMessageContaining("--sloths is not known")
                .hasMessageContaining("--adapter: the scale")
                .hasMessageContaining("--key-file goes with --standalone")
                .hasMessageContaining("--port needs a value")
                .hasMessageContaining("--model is missing")
                .hasMessageContaining("--native is missing")
                .hasMessageContaining("--help");
    }
}
