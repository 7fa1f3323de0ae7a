package org.foundups.twin.core;

import java.util.ArrayList;

/// Reads what came in and refuses what must not reach the model.
@FunctionalInterface
public interface Screen {
    /// Pure and fast (well below a millisecond for a normal comment): no clock, no network, no
    /// model.
    Screened screen(Incoming incoming);

    /// This screen, and if it admits, the next one. Signals are those of whichever measured them;
    /// reasons add up.
    default Screen then(Screen next) {
        return incoming ->
                switch (screen(incoming)) {
                    case Screened.Refused refused -> refused;
                    case Screened.Admitted first -> merged(first, next.screen(incoming));
                };
    }

    private static Screened merged(Screened.Admitted first, Screened second) {
        return switch (second) {
            case Screened.Refused refused -> refused;
            case Screened.Admitted admitted -> {
                var reasons = new ArrayList<>(first.reasons());
                reasons.addAll(admitted.reasons());
                var signals =
                        admitted.signals().equals(Signals.NONE)
                                ? first.signals()
                                : admitted.signals();
                yield new Screened.Admitted(first.incoming(), signals, reasons);
            }
        };
    }
}
