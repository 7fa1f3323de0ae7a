package org.foundups.twin.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.Constraints;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Exchange;
import org.foundups.twin.core.Features;
import org.foundups.twin.core.Generator;
import org.foundups.twin.core.Grounds;
import org.foundups.twin.core.IdentityQuality;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.Timings;
import org.foundups.twin.core.Verdict;
import org.jspecify.annotations.Nullable;

/// Ready-made values that read like sentences. Times count from [#NOON].
public final class Fixtures {
    /// The moment in which tests begin.
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /// The account that acts in tests.
    public static final Account ACCOUNT =
            new Account(Platform.YOUTUBE, "UCtestaccount000000000000");

    private static final UUID CONSIDERATION =
            UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID TARGET = UUID.fromString("00000000-0000-0000-0000-0000000000aa");

    private static final Reason RELEVANT =
            new Reason("RELEVANT", "It is the creator's business.", 0.9, null);

    private Fixtures() {}

    /// A comment by a stranger, to be varied.
    public static TargetFixture aComment(String text) {
        return TargetFixture.comment(text);
    }

    public static Persona persona() {
        return new Persona(
                "012",
                "Jonas Test",
                "Jonas grows rice in Japan and talks about it.",
                List.of("en"),
                List.of("012", "jonas"),
                Set.of(ACCOUNT),
                List.of("Japan visa", "living in Japan"),
                List.of("startup", "YouTube"),
                List.of("Short sentences.", "Concrete numbers."),
                List.of("Moved to Japan in 2006."),
                List.of(
                        new Exchange(
                                List.of("The form was pink and I filled in the wrong one twice."),
                                "How long did the visa take?",
                                "Four months, and two of them were me losing a form.")),
                "A machine drafts these, I read them.");
    }

    /// The comment on its way in, with nothing in the way.
    public static Incoming incoming(String text) {
        return incoming(aComment(text));
    }

    public static Incoming incoming(TargetFixture target) {
        return incoming(target, Circumstances.clear(NOON));
    }

    public static Incoming incoming(TargetFixture target, Circumstances circumstances) {
        return incoming(CONSIDERATION, TARGET, target.build(), circumstances);
    }

    /// A target on its way in, for tests in which the ids matter.
    public static Incoming incoming(
            UUID consideration, UUID targetRef, Target target, Circumstances circumstances) {
        return new Incoming(
                consideration.toString(),
                "0123456789abcdef0123456789abcdef",
                targetRef.toString(),
                target.id() == null ? IdentityQuality.FINGERPRINT : IdentityQuality.EXACT,
                true,
                target,
                Set.of(Action.COMMENT, Action.LIKE, Action.HEART, Action.IGNORE),
                new Constraints(300, 2, null),
                persona(),
                circumstances);
    }

    /// Let in by screening, as a question to the creator.
    public static Screened.Admitted admitted(Incoming incoming) {
        return new Screened.Admitted(incoming, new Signals(0, 0, 0, 0.9, 0.8), List.of());
    }

    /// What the creator answered to somebody.
    public static Passage passage(String text, double score) {
        return passage(text, "How was it?", "comment", score);
    }

    /// What the creator said without being asked.
    public static Passage talk(String text, double score) {
        return passage(text, null, "video_transcript", score);
    }

    private static Passage passage(
            String text, @Nullable String inReplyTo, String type, double score) {
        return new Passage(
                "00000000-0000-0000-0000-0000000000bb",
                text,
                inReplyTo,
                "yt-1",
                type,
                null,
                null,
                null,
                null,
                Provenance.VERBATIM,
                true,
                NOON,
                score);
    }

    public static Recollection recollection(String text, Passage... passages) {
        return new Recollection(admitted(incoming(text)), List.of(passages), List.of());
    }

    public static Brief brief(String text, Passage... passages) {
        return brief(incoming(text), passages);
    }

    /// The first attempt at answering what came in.
    public static Brief brief(Incoming incoming, Passage... passages) {
        var recollection = new Recollection(admitted(incoming), List.of(passages), List.of());
        return Brief.first(
                new Appraisal.Deserving(
                        recollection, new Features(0.9, 0.9, 0.5), List.of(RELEVANT)));
    }

    /// An answer as a generator might have written it.
    public static Draft draft(Brief brief, String text) {
        return new Draft(
                "00000000-0000-0000-0000-0000000000cc",
                brief,
                text,
                brief.appraisal().recollection().passages(),
                new Generator(Generator.Kind.LLM, "test-model", null, null, "test-1", 100, 80, 20),
                Duration.ofMillis(5));
    }

    /// A decision to say something in answer to what came in, with five minutes of cooldown.
    public static Decision decisionToComment(Incoming incoming) {
        var draft = draft(brief(incoming), "Four months, all in all.");
        return decision(new Verdict.Cleared(draft, draft.text(), List.of()), Action.COMMENT);
    }

    /// A decision for anything but words.
    public static Decision decisionTo(Action action, Incoming incoming) {
        var reasons = List.of(new Reason("KIND_WORDS", "It is kind.", 0.7, null));
        var recollection = new Recollection(admitted(incoming), List.of(), List.of());
        return decision(
                new Appraisal.Wordless(recollection, Features.NONE, action, 0.9, reasons, null),
                action);
    }

    private static Decision decision(Grounds grounds, Action action) {
        return new Decision(
                grounds,
                action,
                0.9,
                List.of(RELEVANT),
                Duration.ofMinutes(5),
                null,
                true,
                "test-1",
                NOON.plus(Duration.ofHours(24)));
    }

    /// A decision as it comes out of the flow.
    public static Consideration consideration(Decision decision) {
        return new Consideration(decision, new Timings(Map.of(), Duration.ofMillis(1)));
    }
}
