package org.foundups.twin.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Values for the tests of this module. (The fixtures of twin-testing depend on it, so it cannot
/// use them.)
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Account ACCOUNT = new Account(Platform.YOUTUBE, "UCaccount");

    private Samples() {}

    static Target target() {
        return new Target(
                ACCOUNT,
                TargetKind.COMMENT,
                "Ugw1",
                null,
                null,
                null,
                null,
                new Author("UCviewer", "Viewer", Set.of()),
                "How did you start?",
                null,
                null,
                null,
                List.of(),
                false,
                false,
                null);
    }

    static Incoming incoming() {
        var persona =
                new Persona(
                        "012",
                        "Jonas",
                        "Jonas grows rice.",
                        List.of("en"),
                        List.of("jonas"),
                        Set.of(ACCOUNT),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "A machine drafts these.");
        return new Incoming(
                "c1",
                "t1",
                "r1",
                IdentityQuality.EXACT,
                true,
                target(),
                Set.of(Action.COMMENT),
                new Constraints(300, 2, null),
                persona,
                Circumstances.clear(NOON));
    }

    static Screened.Admitted admitted(Incoming incoming) {
        return new Screened.Admitted(incoming, Signals.NONE, List.of());
    }

    static Passage passage(double score) {
        return new Passage(
                "d1",
                "With a shovel.",
                null,
                "s1",
                "comment",
                null,
                null,
                null,
                null,
                Provenance.VERBATIM,
                true,
                null,
                score);
    }

    static Appraisal.Deserving deserving(Recollection recollection) {
        return new Appraisal.Deserving(recollection, new Features(0.9, 0.9, 0.5), List.of());
    }

    static Appraisal.Deserving deserving() {
        return deserving(new Recollection(admitted(incoming()), List.of(), List.of()));
    }

    static Draft draft(Brief brief, String text, Passage... shown) {
        return new Draft(
                "d" + brief.attempt(),
                brief,
                text,
                List.of(shown),
                new Generator(Generator.Kind.LLM, "test-model", null, null, "test-1", 10, 0, 5),
                Duration.ofMillis(3));
    }

    static Finding finding(Severity severity) {
        return new Finding("rule", severity, "It is found.", null);
    }
}
