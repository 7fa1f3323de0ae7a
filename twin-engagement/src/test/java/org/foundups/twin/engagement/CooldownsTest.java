package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foundups.twin.testing.Fixtures.NOON;
import static org.foundups.twin.testing.Fixtures.aComment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Platform;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.TargetFixture;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

final class CooldownsTest {
    private final EngagementStore store = EngagementStore.emptied();

    /// A reply in a thread, each by an author of its own.
    private static TargetFixture reply(String thread, int number) {
        return aComment("And the fee?")
                .withId("Ugw" + thread + number)
                .under(thread)
                .by(new Author("UC" + thread + number, "A", Set.of()));
    }

    private static TargetFixture by(String author, int number) {
        return aComment("And the fee?")
                .withId("UgwOf" + author + number)
                .by(new Author(author, "A", Set.of()));
    }

    /// So many targets, each on its way in as things stand before any of them is decided.
    private List<Incoming> incoming(int times, IntFunction<TargetFixture> target) {
        return IntStream.range(0, times).mapToObj(target).map(store::incoming).toList();
    }

    @Test
    void letsAThreadRestFiveMinutes() {
        store.decideToComment(store.incoming(reply("T", 1)));
        var circumstances = store.incoming(reply("T", 2)).circumstances();
        assertThat(circumstances.threadCooldownUntil()).isEqualTo(NOON.plusSeconds(300));
        assertThat(circumstances.authorCooldownUntil()).isNull();
        assertThat(store.incoming(reply("U", 1)).circumstances().threadCooldownUntil()).isNull();
    }

    @Test
    void letsAnAuthorRestAnHour() {
        store.decideToComment(store.incoming(by("X", 1)));
        var circumstances = store.incoming(by("X", 2)).circumstances();
        assertThat(circumstances.authorCooldownUntil()).isEqualTo(NOON.plusSeconds(3_600));
        assertThat(circumstances.threadCooldownUntil()).isNull();
        assertThat(store.incoming(by("Y", 1)).circumstances().authorCooldownUntil()).isNull();
    }

    @Test
    void endsARestAtItsLastMoment() {
        store.decideToComment(store.incoming(reply("T", 1)));
        store.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        var early = store.incoming(reply("T", 2));
        assertThat(early.circumstances().threadCooldownUntil()).isNotNull();
        assertThat(store.decideToComment(early)).isFalse();
        store.clock.advance(Duration.ofMillis(1));
        var late = store.incoming(reply("T", 2));
        assertThat(late.circumstances().threadCooldownUntil()).isNull();
        assertThat(store.decideToComment(late)).isTrue();
    }

    @Test
    void countsForEachAccountByItself() {
        store.decideToComment(store.incoming(reply("T", 1)));
        var other = reply("T", 2).on(new Account(Platform.YOUTUBE, "UCother"));
        assertThat(store.incoming(other).circumstances().threadCooldownUntil()).isNull();
        assertThat(store.decideToComment(store.incoming(other))).isTrue();
    }

    @Test
    void doesNotStandInTheWayOfItsOwnTarget() {
        assertThat(store.decideToComment(store.incoming(reply("T", 1)))).isTrue();
        store.clock.advance(Duration.ofMinutes(1));
        var again = store.incoming(reply("T", 1));
        assertThat(again.circumstances().threadCooldownUntil()).isNull();
        assertThat(again.circumstances().authorCooldownUntil()).isNull();
        assertThat(store.decideToComment(again)).isTrue();
        // Renewed, so it ends later for the others.
        assertThat(store.incoming(reply("T", 2)).circumstances().threadCooldownUntil())
                .isEqualTo(NOON.plusSeconds(360));
    }

    @Test
    void leavesEarlierTargetBehindWhenAnotherTakesTheThread() {
        store.decideToComment(store.incoming(reply("T", 1)));
        store.clock.advance(Duration.ofMinutes(6));
        store.decideToComment(store.incoming(reply("T", 2)));
        assertThat(store.incoming(reply("T", 1)).circumstances().threadCooldownUntil()).isNotNull();
        assertThat(store.decideToComment(store.incoming(reply("T", 1)))).isFalse();
    }

    @Test
    void letsOneOfFiftyTargetsTakeAThread() throws Exception {
        var incoming = incoming(50, number -> reply("T", number));
        var won = AtOnce.run(50, number -> store.decideToComment(incoming.get(number)));
        assertThat(won).filteredOn(winner -> winner).hasSize(1);
        assertThat(store.count("consideration")).isOne();
        // A loser that got its author row first has given it back.
        assertThat(store.count("cooldown")).isEqualTo(2);
    }

    @Test
    void letsOneOfFiftyTargetsTakeAnAuthor() throws Exception {
        var incoming = incoming(50, number -> by("X", number));
        var won = AtOnce.run(50, number -> store.decideToComment(incoming.get(number)));
        assertThat(won).filteredOn(winner -> winner).hasSize(1);
        assertThat(store.count("cooldown")).isEqualTo(2);
    }

    @Test
    void neverDeadlocksOnThreadsAndAuthorsCrossed() throws Exception {
        var incoming =
                incoming(
                        40,
                        number ->
                                reply("T" + number % 3, number)
                                        .by(new Author("X" + number % 4, "A", Set.of())));
        var won = AtOnce.run(40, number -> store.decideToComment(incoming.get(number)));
        assertThat(won).filteredOn(winner -> winner).hasSizeBetween(1, 3);
    }

    @Test
    void letsTheSameTargetRenewItsSuggestionManyTimesAtOnce() throws Exception {
        var incoming = incoming(50, number -> reply("T", 1));
        assertThat(AtOnce.run(50, number -> store.decideToComment(incoming.get(number))))
                .containsOnly(true);
    }

    @Test
    void waitsForTheOtherAndWinsIfItFails() throws Exception {
        var first = store.incoming(reply("T", 1));
        var second = store.incoming(reply("T", 2));
        var held = new CountDownLatch(1);
        var rollBack = new CountDownLatch(1);
        var failing =
                CompletableFuture.supplyAsync(() ->
                        store.inTransaction(() -> {
                            store.cooldowns.tryHold(Fixtures.decisionToComment(first));
                            held.countDown();
                            return !awaited(rollBack);
                        }));
        assertThat(awaited(held)).isTrue();
        var waiting = CompletableFuture.supplyAsync(() -> store.decideToComment(second));
        rollBack.countDown();
        assertThat(failing.get()).isFalse();
        assertThat(waiting.get()).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void countsNoneWhereThePlatformGivesNoIds() {
        var nameless = aComment("How long?").withId(null).by(new Author(null, "A", Set.of()));
        assertThat(store.decideToComment(store.incoming(nameless))).isTrue();
        assertThat(store.count("cooldown")).isZero();
    }

    @Test
    void refusesToHoldOutsideATransaction() {
        var decision = Fixtures.decisionToComment(store.incoming(reply("T", 1)));
        assertThatThrownBy(() -> store.cooldowns.tryHold(decision))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsWithACommentOnly() {
        var decision = Fixtures.decisionTo(Action.LIKE, store.incoming(reply("T", 1)));
        assertThatThrownBy(() -> store.cooldowns.tryHold(decision))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void restsNobodyWhenTheFactorIsZero() {
        var eager = new Cooldowns(store.database, 0);
        store.inTransaction(
                () -> eager.tryHold(Fixtures.decisionToComment(store.incoming(by("X", 1)))));
        assertThat(store.incoming(by("X", 2)).circumstances().authorCooldownUntil()).isNull();
        assertThatThrownBy(() -> new Cooldowns(store.database, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lastsOverARestart() {
        var source = TestDatabase.fresh(EngagementStore.MIGRATIONS);
        try (var first = EngagementStore.on(source)) {
            first.decideToComment(first.incoming(reply("T", 1)));
        }
        try (var second = EngagementStore.on(source)) {
            assertThat(second.incoming(reply("T", 2)).circumstances().threadCooldownUntil())
                    .isEqualTo(NOON.plusSeconds(300));
        }
    }
}
