package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.foundups.twin.drafter.TransferProgress;
import org.foundups.twin.drafter.TransferProgress.Phase;
import org.junit.jupiter.api.Test;

class LiveRegionTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void replacesItsLinesOnATerminalAndTakesThemAway() {
        try (var region = new LiveRegion(new Output(bytes, 10, false, true), nanos::get)) {
            region.show(List.of(Line.of("one"), Line.of("two")));
            region.show(List.of(Line.of("much too long for this")));
            region.note(Line.of("stays"));
            region.show(List.of(Line.of("three")));
        }
        assertThat(shown())
                .isEqualTo(
                        "one\ntwo\n\033[2A\r\033[Jmuch too…\n\033[1A\r\033[Jstays\nthree\n\033[1A\r\033[J");
    }

    @Test
    void printsALineEveryFewSecondsElsewhere() {
        try (var region = new LiveRegion(new Output(bytes, 80, false, false), nanos::get)) {
            for (var second = 0; second <= 11; second++) {
                nanos.set(Duration.ofSeconds(second).toNanos());
                region.show(List.of(Line.of("second " + second)));
            }
        }
        assertThat(shown()).isEqualTo("second 5\nsecond 10\n");
    }

    @Test
    void saysHowFarADownloadIs() {
        var fetching =
                new TransferProgress(
                        "a-model",
                        Phase.FETCHING,
                        481_000_000,
                        1_117_320_736,
                        12_000_000,
                        Duration.ofSeconds(53));
        assertThat(Download.line(fetching).plain())
                .isEqualTo(
                        "  a-model  ████████▋░░░░░░░░░░░ 43 %  481 MB of 1.1 GB  12.0 MB/s  53 s left");
        var unknown = new TransferProgress("a-model", Phase.FETCHING, 0, 0, 0, null);
        assertThat(Download.line(unknown).plain()).isEqualTo("  a-model  0 B");
        var checking = new TransferProgress("a-model", Phase.CHECKING, 50, 100, 10, null);
        assertThat(Download.line(checking).plain()).contains("50 %", "checking its hash");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
