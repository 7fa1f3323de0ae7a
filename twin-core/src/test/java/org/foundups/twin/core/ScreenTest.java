package org.foundups.twin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Signals MEASURED = new Signals(0.1, 0.2, 0.3, 0.4, 0.5);

    private static Screen admitting(Signals signals, String code) {
        return incoming ->
                new Screened.Admitted(
                        incoming, signals, List.of(new Reason(code, "It is.", 0.1, null)));
    }

    private static Screen refusing(Refusal.Code code) {
        return incoming ->
                new Screened.Refused(
                        incoming, Signals.NONE, new Refusal(code, "It may not be.", null));
    }

    private static Screen unreachable() {
        return incoming -> {
            throw new AssertionError("not to be asked");
        };
    }

    @Test
    void firstRefusalEndsScreening() {
        var screened = refusing(Refusal.Code.SPAM).then(unreachable()).screen(Samples.incoming());
        assertThat(screened).isInstanceOf(Screened.Refused.class);
    }

    @Test
    void laterScreenMayRefuse() {
        var screened =
                admitting(MEASURED, "A")
                        .then(refusing(Refusal.Code.SPAM))
                        .screen(Samples.incoming());
        assertThat(screened).isInstanceOf(Screened.Refused.class);
    }

    @Test
    void reasonsAddUpAndSignalsAreThoseMeasured() {
        var standing = admitting(Signals.NONE, "A");
        var text = admitting(MEASURED, "B");
        for (var screen : List.of(standing.then(text), text.then(standing))) {
            var admitted = (Screened.Admitted) screen.screen(Samples.incoming());
            assertThat(admitted.signals()).isEqualTo(MEASURED);
            assertThat(admitted.reasons()).extracting(Reason::code).contains("A", "B");
        }
    }
}
