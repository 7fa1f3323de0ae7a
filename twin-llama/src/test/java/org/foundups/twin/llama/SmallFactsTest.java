package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The parts too small for a file of their own.
final class SmallFactsTest {
    @Test
    void countsCoresAndNotTheirHalves() {
        var hyperthreaded =
                """
                physical id	: 0
                core id		: 0
                physical id	: 0
                core id		: 1
                physical id	: 0
                core id		: 0
                physical id	: 1
                core id		: 0
                """;
        assertThat(PhysicalCores.of(hyperthreaded.lines().toList())).isEqualTo(3);
        assertThat(PhysicalCores.of(List.of("processor : 0"))).isZero();
        assertThat(PhysicalCores.count()).isPositive();
    }

    @Test
    void readsMemoryAsTheKernelWritesIt() {
        var lines = List.of("MemTotal:  32 kB", "MemAvailable:   1024 kB", "VmRSS:\t 7 kB");
        assertThat(MachineMemory.bytes(lines, "MemAvailable")).hasValue(1024 * 1024);
        assertThat(MachineMemory.bytes(lines, "VmRSS")).hasValue(7 * 1024);
        assertThat(MachineMemory.bytes(lines, "SwapFree")).isEmpty();
    }

    @Test
    void refusesAModelLargerThanMemory() {
        assertThatThrownBy(() -> MachineMemory.checkRoomFor(Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(EngineFailure.Code.MEMORY));
    }

    @Test
    void tellsAHungWorkerFromABusyOne() {
        var now = new AtomicLong();
        var pulse = new Pulse(now::get);
        now.addAndGet(2 * Pulse.PATIENCE.toNanos());
        assertThat(pulse.alive()).isTrue();
        pulse.working();
        now.addAndGet(Pulse.PATIENCE.toNanos() - 1);
        assertThat(pulse.alive()).isTrue();
        pulse.beat();
        now.addAndGet(Pulse.PATIENCE.toNanos());
        assertThat(pulse.alive()).isFalse();
        pulse.resting();
        assertThat(pulse.alive()).isTrue();
    }

    @Test
    void knowsTheTokenOnlyAsBearer() {
        var token = new BearerToken(" 0123456789abcdef\n");
        assertThat(token.isIn("Bearer 0123456789abcdef")).isTrue();
        assertThat(token.isIn("bearer  0123456789abcdef ")).isTrue();
        assertThat(token.isIn("Bearer 0123456789abcdeF")).isFalse();
        assertThat(token.isIn("Bearer 0123456789abcdef0")).isFalse();
        assertThat(token.isIn("Basic 0123456789abcdef")).isFalse();
        assertThat(token.isIn("Bearer ")).isFalse();
        assertThat(token.isIn(null)).isFalse();
        assertThatThrownBy(() -> new BearerToken("short"))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("TWIN_ENGINE_KEY");
    }

    @Test
    void foldsAnySeedIntoTheNativeRange() {
        assertThat(seeded(7).nativeSeed()).isEqualTo(7);
        assertThat(seeded(7L << 32).nativeSeed()).isEqualTo(7);
        assertThat(seeded(0xFFFFFFFFL).nativeSeed()).as("this value means any seed").isZero();
    }

    private static SamplingSettings seeded(long seed) {
        return new SamplingSettings(1, 1, 0, 0, 1, 0, 0, 64, seed, java.util.Map.of());
    }

    @Test
    void readsAnAdapterWithAndWithoutScale() {
        assertThat(AdapterOption.parse("/a/b.gguf"))
                .isEqualTo(new AdapterOption(Path.of("/a/b.gguf"), 1));
        assertThat(AdapterOption.parse("/a/b.gguf:0.5"))
                .isEqualTo(new AdapterOption(Path.of("/a/b.gguf"), 0.5f));
        assertThatThrownBy(() -> AdapterOption.parse("/a/b.gguf:0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsAFileThatIsNoModel(@TempDir Path folder) throws IOException {
        var file = folder.resolve("model.gguf");
        assertThatThrownBy(() -> GgufFile.check(file, "model file"))
                .hasMessageContaining("There is no model file");
        Files.writeString(file, "<html>404</html>, at some length");
        assertThatThrownBy(() -> GgufFile.check(file, "model file"))
                .hasMessageContaining("no GGUF file");
        Files.write(file, new byte[] {'G', 'G', 'U', 'F'});
        assertThatThrownBy(() -> GgufFile.check(file, "model file"))
                .hasMessageContaining("no GGUF file");
        Files.write(file, header(1));
        assertThatThrownBy(() -> GgufFile.check(file, "model file"))
                .hasMessageContaining("GGUF version 1");
        Files.write(file, header(3));
        assertThat(GgufFile.check(file, "model file")).isEqualTo(24);
    }

    private static byte[] header(int version) {
        var bytes = new byte[24];
        System.arraycopy(new byte[] {'G', 'G', 'U', 'F', (byte) version}, 0, bytes, 0, 5);
        return bytes;
    }

    @Test
    void keepsTheLastErrorOfTheLibraries() {
        var printed = new java.io.ByteArrayOutputStream();
        var log =
                new NativeLog(
                        new java.io.PrintStream(
                                printed, true, java.nio.charset.StandardCharsets.UTF_8));
        log.said(2, "loading\n");
        log.said(5, "...\n");
        log.said(3, "odd file\n");
        log.said(5, "very odd\n");
        log.said(4, "cannot read it\n");
        assertThat(printed).hasToString("odd file\nvery odd\ncannot read it\n");
        assertThat(log.takeError()).isEqualTo("cannot read it");
        assertThat(log.takeError()).isEmpty();
    }

    @Test
    void countsWhatTheEngineDid() {
        var figures = new Figures();
        figures.ended(new Step.Usage(100, 60, 11, 200_000_000, 500_000_000));
        figures.cancelled(new Step.Usage(10, 0, 0, 50_000_000, 0));
        figures.failed();
        assertThat(figures.sums()).isEqualTo(new Figures.Sums(1, 1, 1, 110, 60, 11, 200, 20));
    }

    @Test
    void tellsProgressOncePerCent() {
        var printed = new java.io.ByteArrayOutputStream();
        var events =
                new EngineEvents(
                        new java.io.PrintStream(
                                printed, true, java.nio.charset.StandardCharsets.UTF_8));
        for (var part = 0.0; part < 0.03; part += 0.001) events.loading(part);
        events.failed(EngineFailure.model("It is \"broken\"."));
        assertThat(printed.toString(java.nio.charset.StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"event\":\"loading\",\"progress\":0.0}",
                        "{\"event\":\"loading\",\"progress\":0.01}",
                        "{\"event\":\"loading\",\"progress\":0.02}",
                        "{\"event\":\"failed\",\"code\":\"MODEL\",\"message\":\"It is \\\"broken\\\".\"}");
    }

    @Test
    void readsTheTokenAndThenOnlyTheEnd() throws Exception {
        var lifeline =
                new Lifeline(
                        new java.io.ByteArrayInputStream(
                                "secret-token\r\nmore\n"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(lifeline.firstLine()).isEqualTo("secret-token");
        var cut = new java.util.concurrent.CountDownLatch(1);
        lifeline.whenCut(cut::countDown);
        assertThat(cut.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
}
