package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.Fixtures.ACCOUNT;
import static org.foundups.twin.testing.Fixtures.NOON;
import static org.foundups.twin.testing.Fixtures.aComment;

import java.time.ZoneOffset;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Circumstances;
import org.foundups.twin.core.Platform;
import org.foundups.twin.testing.TargetFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StandingTest {
    private static final Account OTHER = new Account(Platform.YOUTUBE, "UCother");
    private static final Account ELSEWHERE = new Account(Platform.X, ACCOUNT.id());
    private static final TargetFixture COMMENT = aComment("How long did the visa take?");

    private final EngagementStore store = EngagementStore.emptied();

    @Test
    void findsNothingInTheWayOfANewTarget() {
        assertThat(circumstances(COMMENT)).isEqualTo(Circumstances.clear(NOON));
    }

    @Test
    void takesASuggestionForNoAnswer() {
        store.decideToComment(store.incoming(COMMENT));
        assertThat(circumstances(COMMENT)).isEqualTo(Circumstances.clear(NOON));
    }

    @Test
    void knowsWhatTheAccountAnswered() {
        store.database
                .sql("INSERT INTO answer (target_id, account_id, answered_at) VALUES (?, ?, ?)")
                .params(
                        store.observe(COMMENT).targetRef(),
                        ACCOUNT.id(),
                        NOON.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(circumstances(COMMENT).answeredAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(store.observe(COMMENT).priorActions()).containsExactly("comment");
        assertThat(circumstances(COMMENT.on(OTHER)).answeredAt()).isNull();
        assertThat(circumstances(COMMENT.withId("UgwTest2")).answeredAt()).isNull();
    }

    @Test
    void stopsEverything() {
        stop(null, null, "Everything stands still.");
        assertThat(stopOf(ACCOUNT)).isEqualTo("Everything stands still.");
        assertThat(stopOf(ELSEWHERE)).isEqualTo("Everything stands still.");
    }

    @Test
    void stopsAPlatform() {
        stop("youtube", null, "YouTube rests.");
        assertThat(stopOf(ACCOUNT)).isEqualTo("YouTube rests.");
        assertThat(stopOf(OTHER)).isEqualTo("YouTube rests.");
        assertThat(stopOf(ELSEWHERE)).isNull();
    }

    @Test
    void stopsAnAccount() {
        stop("youtube", ACCOUNT.id(), "This account rests.");
        assertThat(stopOf(ACCOUNT)).isEqualTo("This account rests.");
        assertThat(stopOf(OTHER)).isNull();
        assertThat(stopOf(ELSEWHERE)).isNull();
    }

    @Test
    void namesTheWidestStop() {
        stop("youtube", ACCOUNT.id(), "This account rests.");
        stop("youtube", null, "YouTube rests.");
        assertThat(stopOf(ACCOUNT)).isEqualTo("YouTube rests.");
        stop(null, null, "Everything stands still.");
        assertThat(stopOf(ACCOUNT)).isEqualTo("Everything stands still.");
    }

    @Test
    void goesOnOnceAStopIsLifted() {
        stop(null, null, "Everything stands still.");
        store.database.sql("UPDATE control SET active = false").update();
        assertThat(stopOf(ACCOUNT)).isNull();
    }

    private @Nullable String stopOf(Account account) {
        return circumstances(COMMENT.on(account)).killSwitch();
    }

    private Circumstances circumstances(TargetFixture target) {
        return store.standing.circumstances(store.observe(target).targetRef(), target.build());
    }

    private void stop(@Nullable String platform, @Nullable String account, String reason) {
        store.database
                .sql(
                        "INSERT INTO control (platform, account_id, active, reason) VALUES (:platform, :account, true, :reason)")
                .param("platform", platform)
                .param("account", account)
                .param("reason", reason)
                .update();
    }
}
