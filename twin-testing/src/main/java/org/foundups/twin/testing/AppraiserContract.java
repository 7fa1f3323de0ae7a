package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Appraiser;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.TopicMatch;
import org.junit.jupiter.api.Test;

/// What every appraiser promises.
public abstract class AppraiserContract {
    /// The appraiser under test, set up as it is shipped.
    protected abstract Appraiser appraiser();

    @Test
    void keepsWhatWasRecalled() {
        for (var recollection : recollections()) {
            assertThat(appraiser().appraise(recollection).recollection()).isSameAs(recollection);
        }
    }

    @Test
    void appraisesTheSameAlike() {
        var appraiser = appraiser();
        for (var recollection : recollections()) {
            assertThat(appraiser.appraise(recollection))
                    .isEqualTo(appraiser.appraise(recollection));
        }
    }

    /// A decision rests on them, whichever way it goes.
    @Test
    void givesReasons() {
        for (var recollection : recollections()) {
            assertThat(reasons(appraiser().appraise(recollection))).isNotEmpty();
        }
    }

    private static List<Reason> reasons(Appraisal appraisal) {
        return switch (appraisal) {
            case Appraisal.Deserving deserving -> deserving.reasons();
            case Appraisal.Wordless wordless -> wordless.reasons();
        };
    }

    @Test
    void answersNobodyTwiceWhileACooldownLasts() {
        var resting =
                new Circumstances(Fixtures.NOON, null, null, Fixtures.NOON.plusSeconds(1), null);
        var incoming = Fixtures.incoming(Fixtures.aComment("How long was the visa?"), resting);
        var certain =
                new Recollection(
                        Fixtures.admitted(incoming),
                        List.of(Fixtures.passage("Four months.", 1)),
                        List.of(new TopicMatch("Japan visa", true, 1)));
        assertThat(appraiser().appraise(certain)).isInstanceOf(Appraisal.Wordless.class);
    }

    @Test
    void computesFeaturesWithinTheirRange() {
        for (var recollection : recollections()) {
            var features = appraiser().appraise(recollection).features();
            assertThat(List.of(features.relevance(), features.memory(), features.topic()))
                    .allSatisfy(feature -> assertThat(feature).isBetween(0.0, 1.0));
        }
    }

    @Test
    void saysNothingWhereNothingIsKnownAndNobodyAsked() {
        var idle =
                new Recollection(
                        new Screened.Admitted(Fixtures.incoming("first"), Signals.NONE, List.of()),
                        List.of(),
                        List.of());
        assertThat(appraiser().appraise(idle)).isInstanceOf(Appraisal.Wordless.class);
    }

    /// From nothing known at all to everything certain, and every hostile text.
    private static List<Recollection> recollections() {
        var all = new ArrayList<Recollection>();
        for (var text : HostileTexts.ALL) all.add(Fixtures.recollection(text));
        for (var score : new double[] {0, 0.4, 0.7, 1}) {
            var admitted = Fixtures.admitted(Fixtures.incoming("How long did the visa take?"));
            all.add(
                    new Recollection(
                            admitted,
                            List.of(Fixtures.passage("Four months.", score)),
                            List.of(new TopicMatch("Japan visa", true, score))));
        }
        return all;
    }
}
