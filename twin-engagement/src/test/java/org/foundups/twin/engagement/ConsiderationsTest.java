package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foundups.twin.testing.Fixtures.aComment;

import jakarta.persistence.TransactionRequiredException;
import java.util.UUID;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

final class ConsiderationsTest {
    private static final String RESULT = "{\"z\": 1, \"a\": \"\\u0000 ビザ 👨‍👩‍👧\", \"a\": 2.50}";

    private final EngagementStore store = EngagementStore.emptied();

    private Consideration consideration() {
        return Fixtures.consideration(
                Fixtures.decisionToComment(store.incoming(aComment("How long?"))));
    }

    private static UUID id(Consideration consideration) {
        return UUID.fromString(consideration.incoming().considerationId());
    }

    @Test
    void givesBackWhatTheCallerGot() {
        var consideration = consideration();
        store.inTransaction(() -> stored(consideration, RESULT));
        assertThat(store.considerations.find(id(consideration))).contains(RESULT);
    }

    @Test
    void findsNothingUnderAnotherId() {
        assertThat(store.considerations.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void storesHalvesOfSurrogatePairsAsReplacementCharacters() {
        var consideration = consideration();
        store.inTransaction(() -> stored(consideration, "{\"text\":\"\ud83d\"}"));
        assertThat(store.considerations.find(id(consideration))).contains("{\"text\":\"\ufffd\"}");
    }

    @Test
    void storesTogetherWithTheCooldownOrNotAtAll() {
        var consideration = consideration();
        assertThatThrownBy(() ->
                        store.inTransaction(() -> {
                            store.cooldowns.tryHold(consideration.decision());
                            stored(consideration, RESULT);
                            throw new IllegalStateException("the journal failed");
                        }))
                .hasMessage("the journal failed");
        assertThat(store.considerations.find(id(consideration))).isEmpty();
        assertThat(store.count("cooldown")).isZero();
    }

    @Test
    void recordsAConsiderationOnce() {
        var consideration = consideration();
        store.inTransaction(() -> stored(consideration, RESULT));
        assertThatThrownBy(() -> store.inTransaction(() -> stored(consideration, "{}")))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TwinException.Code.UNAVAILABLE));
        assertThat(store.considerations.find(id(consideration))).contains(RESULT);
    }

    @Test
    void refusesAConsiderationOfNoKnownTarget() {
        var unseen = Fixtures.consideration(Fixtures.decisionToComment(Fixtures.incoming("?")));
        assertThatThrownBy(() -> store.inTransaction(() -> stored(unseen, RESULT)))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TwinException.Code.UNAVAILABLE));
    }

    @Test
    void refusesToStoreOutsideATransaction() {
        assertThatThrownBy(() -> store.considerations.store(consideration(), RESULT))
                .isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void keepsConsiderationsOverARestart() {
        var source = TestDatabase.fresh(EngagementStore.MIGRATIONS);
        UUID id;
        try (var first = EngagementStore.on(source)) {
            var consideration =
                    Fixtures.consideration(
                            Fixtures.decisionToComment(first.incoming(aComment("How long?"))));
            id = id(consideration);
            first.inTransaction(() -> {
                first.considerations.store(consideration, RESULT);
                return true;
            });
        }
        try (var second = EngagementStore.on(source)) {
            assertThat(second.considerations.find(id)).contains(RESULT);
        }
    }

    private boolean stored(Consideration consideration, String result) {
        store.considerations.store(consideration, result);
        return true;
    }
}
