package org.foundups.twin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.policy.Situations.NOON;
import static org.foundups.twin.policy.Situations.QUESTION;
import static org.foundups.twin.policy.Situations.live;

import java.time.Duration;
import java.util.Set;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.TargetFixture;
import org.junit.jupiter.api.Test;

class StandingScreenTest {
    private static final TargetFixture COMMENT = Fixtures.aComment("How long did it take?");

    private static Refusal refusal(Incoming incoming) {
        var screened = Policies.screen(PolicySettings.DEFAULTS).screen(incoming);
        assertThat(screened).isInstanceOf(Screened.Refused.class);
        return ((Screened.Refused) screened).refusal();
    }

    private static Screened screened(Incoming incoming) {
        return Policies.screen(PolicySettings.DEFAULTS).screen(incoming);
    }

    private static Incoming by(Author author) {
        return Fixtures.incoming(COMMENT.by(author));
    }

    @Test
    void admitsWhatNothingStandsAgainst() {
        assertThat(screened(QUESTION)).isInstanceOf(Screened.Admitted.class);
    }

    @Test
    void refusesEverythingWhileKillSwitchIsOn() {
        var stopped = new Circumstances(NOON, "storm", null, null, null);
        var refusal = refusal(Fixtures.incoming(COMMENT, stopped));
        assertThat(refusal.code()).isEqualTo(Refusal.Code.KILL_SWITCH);
        assertThat(refusal.sentence()).contains("storm");
    }

    @Test
    void refusesOwnAccountsByIdAlone() {
        var acting = new Author(Fixtures.ACCOUNT.id(), "Somebody Else", Set.of());
        assertThat(refusal(by(acting)).code()).isEqualTo(Refusal.Code.OWN_ACCOUNT);
        var namesake = new Author("UCstranger", "Jonas Test", Set.of("owner"));
        assertThat(screened(by(namesake))).isInstanceOf(Screened.Admitted.class);
        var nameless = new Author(null, null, Set.of());
        assertThat(screened(by(nameless))).isInstanceOf(Screened.Admitted.class);
    }

    @Test
    void takesSameIdOnOtherPlatformForStranger() {
        var own = new Author(Fixtures.ACCOUNT.id(), "Jonas", Set.of());
        var onX = COMMENT.by(own).on(new Account(Platform.X, "999"));
        assertThat(screened(Fixtures.incoming(onX))).isInstanceOf(Screened.Admitted.class);
    }

    @Test
    void refusesWhatWasAnswered() {
        var answered = new Circumstances(NOON, null, NOON.minusSeconds(60), null, null);
        assertThat(refusal(Fixtures.incoming(COMMENT, answered)).code())
                .isEqualTo(Refusal.Code.ALREADY_ANSWERED);
    }

    @Test
    void refusesRepostsAndPromotions() {
        assertThat(refusal(Fixtures.incoming(COMMENT.reposted())).code())
                .isEqualTo(Refusal.Code.REPOST);
        assertThat(refusal(Fixtures.incoming(COMMENT.paidFor())).code())
                .isEqualTo(Refusal.Code.PROMOTED);
    }

    @Test
    void refusesLiveMessagesOlderThanLimit() {
        assertThat(screened(live(Duration.ofMinutes(5)))).isInstanceOf(Screened.Admitted.class);
        assertThat(refusal(live(Duration.ofSeconds(301))).code()).isEqualTo(Refusal.Code.STALE);
    }

    /// The stop outranks all, so that its reason is the one people read.
    @Test
    void namesFirstObjectionInOrder() {
        var all = new Circumstances(NOON, "storm", NOON, null, null);
        assertThat(refusal(Fixtures.incoming(COMMENT.reposted(), all)).code())
                .isEqualTo(Refusal.Code.KILL_SWITCH);
        var answered = new Circumstances(NOON, null, NOON, null, null);
        assertThat(refusal(Fixtures.incoming(COMMENT.reposted(), answered)).code())
                .isEqualTo(Refusal.Code.ALREADY_ANSWERED);
    }

    @Test
    void measuresNothing() {
        assertThat(screened(QUESTION).signals()).isEqualTo(Signals.NONE);
    }
}
