package org.foundups.twin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.policy.Situations.NOON;
import static org.foundups.twin.policy.Situations.QUESTION;
import static org.foundups.twin.policy.Situations.allowing;
import static org.foundups.twin.policy.Situations.cooling;
import static org.foundups.twin.policy.Situations.in;
import static org.foundups.twin.policy.Situations.recollection;

import java.time.Duration;
import java.util.List;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Appraiser;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.TopicMatch;
import org.foundups.twin.testing.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceAppraiserTest {
    private static final Appraiser APPRAISER = Policies.appraiser(PolicySettings.DEFAULTS);

    /// A plain question to the creator about what is in memory.
    private static final Signals ASKING = new Signals(0, 0, 0, 0.9, 0.85);

    private static Appraisal.Wordless wordless(Recollection recollection) {
        var appraisal = APPRAISER.appraise(recollection);
        assertThat(appraisal).isInstanceOf(Appraisal.Wordless.class);
        return (Appraisal.Wordless) appraisal;
    }

    private static Appraisal.Deserving deserving(Recollection recollection) {
        var appraisal = APPRAISER.appraise(recollection);
        assertThat(appraisal).isInstanceOf(Appraisal.Deserving.class);
        return (Appraisal.Deserving) appraisal;
    }

    private static Recollection asked(Incoming incoming) {
        return recollection(incoming, ASKING, 0.8, 0.6);
    }

    /// What becomes of comments as the screen and the memory measure them.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "question to the creator in memory       | 0.90 | 0.85 | 0.80 | 0.60 | COMMENT",
                "question under the video in memory      | 0.72 | 0.60 | 0.80 | 0.50 | COMMENT",
                "question in memory, far from any topic  | 0.90 | 0.85 | 0.80 | 0.10 | COMMENT",
                "question near memory and topic          | 0.90 | 0.85 | 0.60 | 0.55 | COMMENT",
                "question to somebody else in memory     | 0.90 | 0.07 | 0.90 | 0.60 | LIKE",
                "story told to the creator on topic      | 0.00 | 0.85 | 0.70 | 0.60 | LIKE",
                "story told to the creator by name       | 0.00 | 0.95 | 0.95 | 0.90 | COMMENT",
                "nice video                              | 0.00 | 0.60 | 0.50 | 0.20 | LIKE",
                "wow                                     | 0.00 | 0.60 | 0.10 | 0.05 | IGNORE",
                "question off topic                      | 0.90 | 0.85 | 0.20 | 0.15 | IGNORE",
                "question hardly on topic                | 0.90 | 0.85 | 0.30 | 0.30 | LIKE",
                "question on topic, memory has nothing   | 0.90 | 0.85 | 0.00 | 0.90 | HOLD"
            })
    void judgesByMemoryTopicAndNeed(
            String what,
            double question,
            double addressed,
            double memory,
            double topic,
            Action action) {
        var signals = new Signals(0, 0, 0, question, addressed);
        var appraisal = APPRAISER.appraise(recollection(QUESTION, signals, memory, topic));
        var becomes =
                switch (appraisal) {
                    case Appraisal.Deserving _ -> Action.COMMENT;
                    case Appraisal.Wordless wordless -> wordless.action();
                };
        assertThat(becomes).as(what).isEqualTo(action);
    }

    @Test
    void countsSecondaryTopicThreeQuarters() {
        var admitted = new Screened.Admitted(QUESTION, ASKING, List.of());
        var topics = List.of(new TopicMatch("a", false, 0.8), new TopicMatch("b", true, 0.5));
        var features = Relevance.features(new Recollection(admitted, List.of(), topics));
        assertThat(features.topic()).isEqualTo(0.75 * 0.8);
    }

    @Test
    void takesBestPassageWhereverItStands() {
        var admitted = new Screened.Admitted(QUESTION, ASKING, List.of());
        var passages = List.of(Fixtures.passage("a", 0.3), Fixtures.passage("b", 0.9));
        var features = Relevance.features(new Recollection(admitted, passages, List.of()));
        assertThat(features.memory()).isEqualTo(0.9);
    }

    /// Equal is not above, as in the original.
    @Test
    void comparesStrictly() {
        var relevance = deserving(asked(QUESTION)).features().relevance();
        assertThat(appraisedWith(relevance, 0.4, 0.3)).isEqualTo(Action.LIKE);
        assertThat(appraisedWith(Math.nextDown(relevance), 0.4, 0.3)).isEqualTo(Action.COMMENT);
        assertThat(appraisedWith(1, relevance, 0.3)).isEqualTo(Action.IGNORE);
        assertThat(appraisedWith(1, Math.nextDown(relevance), 0.3)).isEqualTo(Action.LIKE);
    }

    private static Action appraisedWith(double comment, double like, double toxicity) {
        var settings =
                new PolicySettings(
                        comment,
                        like,
                        toxicity,
                        Duration.ZERO,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO);
        return switch (Policies.appraiser(settings).appraise(asked(QUESTION))) {
            case Appraisal.Deserving _ -> Action.COMMENT;
            case Appraisal.Wordless wordless -> wordless.action();
        };
    }

    @Test
    void leavesToxicTargetsAlone() {
        var atThreshold = new Signals(0, 0.3, 0, 0.9, 0.85);
        deserving(recollection(QUESTION, atThreshold, 0.8, 0.6));
        var above = new Signals(0, Math.nextUp(0.3), 0, 0.9, 0.85);
        var ignored = wordless(recollection(QUESTION, above, 0.8, 0.6));
        assertThat(ignored.action()).isEqualTo(Action.IGNORE);
        assertThat(ignored.confidence()).isEqualTo(0.9);
        assertThat(ignored.reasons().getFirst().code()).isEqualTo("TOXIC");
    }

    @Test
    void likesWhileThreadRests() {
        var resting = wordless(asked(in(cooling(Duration.ofMillis(1_500), null))));
        assertThat(resting.action()).isEqualTo(Action.LIKE);
        assertThat(resting.confidence()).isEqualTo(0.7);
        assertThat(resting.cooldownUntil()).isEqualTo(NOON.plusMillis(1_500));
        assertThat(resting.reasons().getFirst().text())
                .isEqualTo("The thread was answered lately; 2 seconds are left to wait.");
    }

    @Test
    void waitsForWhicheverRestsLonger() {
        var resting = wordless(asked(in(cooling(Duration.ofSeconds(10), Duration.ofHours(1)))));
        assertThat(resting.cooldownUntil()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(resting.reasons().getFirst().text()).startsWith("The author was");
    }

    @Test
    void answersOnceRestIsOver() {
        deserving(asked(in(cooling(Duration.ZERO, Duration.ofSeconds(-1)))));
    }

    @Test
    void likesWhereCallerCannotComment() {
        var mute = wordless(asked(allowing(QUESTION, Action.LIKE)));
        assertThat(mute.action()).isEqualTo(Action.LIKE);
        assertThat(mute.reasons().getFirst().code()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void likesKindWordsThatAreAboutNothing() {
        var quiet = new Signals(0, 0, 0, 0, 0.6);
        var praise = new Reason("PRAISE", "It is kind to the creator.", 0.2, null);
        var liked = wordless(recollection(QUESTION, quiet, 0, 0.1, praise));
        assertThat(liked.action()).isEqualTo(Action.LIKE);
        assertThat(wordless(recollection(QUESTION, quiet, 0, 0.1)).action())
                .isEqualTo(Action.IGNORE);
    }

    @Test
    void namesDecidingReasonFirstThenHeaviest() {
        var light = new Reason("ADDRESSED", "It stands here.", 0.1, null);
        var heavy = new Reason("POSSIBLE_SPAM", "It may be spam.", -0.4, null);
        var reasons = deserving(recollection(QUESTION, ASKING, 0.8, 0.6, light, heavy)).reasons();
        assertThat(reasons)
                .extracting(Reason::code)
                .containsExactly("RELEVANT", "POSSIBLE_SPAM", "NEAR_TOPIC", "ADDRESSED");
        assertThat(reasons).allMatch(reason -> reason.text().endsWith("."));
    }
}
