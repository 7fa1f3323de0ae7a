package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foundups.twin.testing.Fixtures.ACCOUNT;
import static org.foundups.twin.testing.Fixtures.NOON;
import static org.foundups.twin.testing.Fixtures.aComment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.IdentityQuality;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.HostileTexts;
import org.foundups.twin.testing.TargetFixture;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {
    private static final Account OTHER = new Account(Platform.YOUTUBE, "UCother");

    private final EngagementStore store = EngagementStore.emptied();

    @Test
    void knowsATargetItHasSeen() {
        var first = store.observe(aComment("How long?"));
        var second = store.observe(aComment("How long?"));
        assertThat(first.firstSeen()).isTrue();
        assertThat(second.firstSeen()).isFalse();
        assertThat(second.targetRef()).isEqualTo(first.targetRef());
        assertThat(second.identity()).isEqualTo(IdentityQuality.EXACT);
        assertThat(store.count("target")).isOne();
        assertThat(store.count("target_version")).isOne();
    }

    @Test
    void waitsForTheDiskUnlessALaterCommitWill() {
        var target = aComment("How long?").build();
        var persona = Fixtures.persona();
        store.inTransaction(() -> {
            store.database.sql("SET LOCAL synchronous_commit = 'local'").update();
            store.targets.observe(target, persona);
            assertThat(commit()).isEqualTo("local");
            assertThat(store.targets.observeOnTheWay(target, persona).firstSeen()).isFalse();
            assertThat(commit()).isEqualTo("off");
            return target;
        });
    }

    private String commit() {
        return store.database.sql("SHOW synchronous_commit").query(String.class).single();
    }

    @Test
    void takesATargetForTheSameWhicheverAccountLooksAtIt() {
        var first = store.observe(aComment("How long?"));
        var second = store.observe(aComment("How long?").on(OTHER));
        assertThat(second.targetRef()).isEqualTo(first.targetRef());
        assertThat(second.firstSeen()).isFalse();
    }

    @Test
    void tellsPlatformsApart() {
        store.observe(aComment("How long?"));
        var elsewhere = aComment("How long?").on(new Account(Platform.X, "0102"));
        assertThat(store.observe(elsewhere).firstSeen()).isTrue();
    }

    @Test
    void takesNoPlatformIdForAFingerprint() {
        var nameless = aComment("How long?").withId(null);
        store.observe(nameless);
        var forged = aComment("Something else").withId(Fingerprint.of(nameless.build()));
        assertThat(store.observe(forged).firstSeen()).isTrue();
    }

    @Test
    void storesATargetOnceHoweverManySeeItAtTheSameMoment() throws Exception {
        var seen = AtOnce.run(50, number -> store.observe(aComment("How long?")));
        assertThat(seen)
                .extracting(Observation::targetRef)
                .containsOnly(seen.getFirst().targetRef());
        assertThat(seen).filteredOn(Observation::firstSeen).hasSize(1);
        assertThat(seen).noneMatch(Observation::changedSinceLast);
        assertThat(store.count("target")).isOne();
        assertThat(store.count("target_version")).isOne();
    }

    @Test
    void storesANamelessTargetOnceHoweverManySeeItAtTheSameMoment() throws Exception {
        var nameless = aComment("How long?").withId(null);
        var seen = AtOnce.run(50, number -> store.observe(nameless));
        assertThat(seen).filteredOn(Observation::firstSeen).hasSize(1);
        assertThat(seen)
                .extracting(Observation::identity)
                .containsOnly(IdentityQuality.FINGERPRINT);
        assertThat(store.count("target")).isOne();
    }

    @Test
    void noticesAnEditOnceHoweverManySeeItAtTheSameMoment() throws Exception {
        store.observe(aComment("How long?"));
        var seen = AtOnce.run(50, number -> store.observe(aComment("How long, though?")));
        assertThat(seen).filteredOn(Observation::changedSinceLast).hasSize(1);
        assertThat(store.count("target_version")).isEqualTo(2);
    }

    @Test
    void keepsEveryWording() {
        store.observe(aComment("One"));
        store.clock.advance(Duration.ofMinutes(1));
        assertThat(store.observe(aComment("Two")).changedSinceLast()).isTrue();
        assertThat(store.observe(aComment("Two")).changedSinceLast()).isFalse();
        assertThat(store.observe(aComment("One")).changedSinceLast()).isTrue();
        assertThat(wordings()).containsExactly("One", "Two", "One");
    }

    @Test
    void noticesAnEditByItsTimeAlone() {
        var comment = aComment("How long?");
        store.observe(comment);
        assertThat(store.observe(comment.edited(NOON)).changedSinceLast()).isTrue();
        assertThat(store.observe(comment.edited(NOON)).changedSinceLast()).isFalse();
        assertThat(store.observe(comment.edited(NOON.plusSeconds(1))).changedSinceLast()).isTrue();
    }

    @Test
    void takesAMissingTimeOfEditForNoEdit() {
        var comment = aComment("How long?");
        store.observe(comment.edited(NOON));
        assertThat(store.observe(comment).changedSinceLast()).isFalse();
        assertThat(store.observe(comment.edited(NOON)).changedSinceLast()).isFalse();
    }

    /// The database keeps microseconds; a clock may tell nanoseconds.
    @Test
    void takesATimeOfEditForTheSameAsItStoredIt() {
        var precise = aComment("How long?").edited(NOON.plusNanos(123_456_789));
        store.observe(precise);
        assertThat(store.observe(precise).changedSinceLast()).isFalse();
    }

    @Test
    void knowsTheCreatorsAccountsByIdAlone() {
        var acting = new Author(ACCOUNT.id(), "Whoever", Set.of());
        var impostor = new Author("UCimpostor", "Jonas Test", Set.of("owner"));
        var nobody = new Author(null, "Jonas Test", Set.of());
        assertThat(store.observe(aComment("a").withId("1").by(acting)).ownAccount()).isTrue();
        assertThat(store.observe(aComment("a").withId("2").by(impostor)).ownAccount()).isFalse();
        assertThat(store.observe(aComment("a").withId("3").by(nobody)).ownAccount()).isFalse();
        // One of the persona's accounts wrote it, though another of them would act.
        var sibling = aComment("a").withId("4").by(acting).on(OTHER);
        assertThat(store.observe(sibling).ownAccount()).isTrue();
        // The same id on another platform is somebody else.
        var elsewhere = aComment("a").withId("5").by(acting).on(new Account(Platform.X, "0102"));
        assertThat(store.observe(elsewhere).ownAccount()).isFalse();
    }

    @Test
    void tellsWhatTheAccountDecidedBefore() {
        var comment = aComment("How long?");
        assertThat(store.observe(comment).priorActions()).isEmpty();
        for (var action : List.of(Action.HOLD, Action.LIKE, Action.IGNORE, Action.LIKE)) {
            store.clock.advance(Duration.ofMinutes(1));
            store.decideTo(action, comment);
        }
        store.clock.advance(Duration.ofMinutes(1));
        store.decideToComment(store.incoming(comment));
        assertThat(store.observe(comment).priorActions()).containsExactly("like", "comment");
        assertThat(store.observe(comment.on(OTHER)).priorActions()).isEmpty();
        assertThat(store.observe(comment.withId("UgwTest2")).priorActions()).isEmpty();
    }

    /// Nodes may not agree on the time.
    @Test
    void keepsTheLatestTimeOfSeeing() {
        store.observe(aComment("How long?"));
        store.clock.set(NOON.plusSeconds(60));
        store.observe(aComment("How long?"));
        store.clock.set(NOON.minusSeconds(60));
        store.observe(aComment("How long?"));
        assertThat(seenAt("first_seen_at")).isEqualTo(NOON);
        assertThat(seenAt("last_seen_at")).isEqualTo(NOON.plusSeconds(60));
    }

    private Instant seenAt(String column) {
        return store.database
                .sql("SELECT " + column + " FROM target")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void storesAnyText() {
        var number = 0;
        for (var text : HostileTexts.ALL) {
            var author = new Author("UCstranger", text, Set.of());
            var comment = aComment(text).withId("Ugw" + number++).by(author).titled(text);
            store.observe(comment);
            var again = store.observe(comment);
            assertThat(again.firstSeen()).isFalse();
            assertThat(again.changedSinceLast()).isFalse();
            assertThat(store.observe(comment.withId(null).in("video")).identity())
                    .isEqualTo(IdentityQuality.FINGERPRINT);
        }
        assertThat(wordings()).contains("a NUL \ufffd in the middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d", "a\nb", "\u0085"})
    void refusesIdentifiersThatAreNone(String id) {
        var comment = aComment("How long?");
        refuses("target_id", comment.withId(id));
        refuses("parent_id", comment.under(id));
        refuses("container_id", comment.in(id));
        refuses("author.id", comment.by(new Author(id, "A", Set.of())));
        refuses("account_id", comment.on(new Account(Platform.YOUTUBE, "a" + id)));
        assertThat(store.count("target")).isZero();
    }

    @Test
    void storesTheLongestIdentifiersAndRefusesLonger() {
        // Beyond what the database compresses.
        var random = new Random(7012);
        var longest =
                random.ints(1_000, 33, 127)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        var comment =
                aComment("How long?")
                        .withId(longest)
                        .under(longest)
                        .on(new Account(Platform.YOUTUBE, longest))
                        .by(new Author(longest, "A", Set.of()));
        assertThat(store.observe(comment).firstSeen()).isTrue();
        assertThat(store.decideToComment(store.incoming(comment))).isTrue();
        refuses("target_id", comment.withId(longest + "x"));
        refuses("target_id", comment.withId("語".repeat(334)));
    }

    @Test
    void storesAnyTime() {
        var number = 0;
        for (var time : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, NOON.plusNanos(1))) {
            var comment = aComment("How long?").published(time).edited(time);
            store.observe(comment.withId("Ugw" + number++));
            var again = store.observe(comment.withId("Ugw0"));
            assertThat(again.firstSeen()).isFalse();
            store.observe(comment.withId(null));
            assertThat(store.observe(comment.withId(null)).firstSeen()).isFalse();
        }
    }

    @Test
    void knowsItsTargetsAfterRestart() {
        var source = TestDatabase.fresh(EngagementStore.MIGRATIONS);
        Observation before;
        try (var first = EngagementStore.on(source)) {
            before = first.observe(aComment("How long?"));
        }
        try (var second = EngagementStore.on(source)) {
            var after = second.observe(aComment("How long, though?"));
            assertThat(after.targetRef()).isEqualTo(before.targetRef());
            assertThat(after.firstSeen()).isFalse();
            assertThat(after.changedSinceLast()).isTrue();
        }
    }

    private List<String> wordings() {
        return store.database
                .sql("SELECT text FROM target_version ORDER BY target_id, number")
                .query((row, number) -> row.getString("text"))
                .list();
    }

    private void refuses(String field, TargetFixture comment) {
        assertThatThrownBy(() -> store.targets.observe(comment.build(), Fixtures.persona()))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(TwinException.Code.VALIDATION);
                            assertThat(refusal).hasMessageContaining(field);
                        });
    }
}
