package org.foundups.twin.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.Fixtures.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.foundups.twin.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrajectoryReaderTest {
    private final TrajectoryStore store = TrajectoryStore.emptied();
    private final TrajectoryReader reader = new TrajectoryReader(store.database);

    @Test
    void pagesThroughOneKindWithoutGapOrRepetition() {
        for (var number = 0; number < 7; number++) {
            store.append(Kind.DRAFTS);
            store.append(Kind.DECISIONS);
        }
        var lines = new ArrayList<String>();
        var after = 0L;
        for (var page = reader.page(Kind.DRAFTS, after, null, null, 3);
                !page.isEmpty();
                page = reader.page(Kind.DRAFTS, after, null, null, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            assertThat(page).extracting(StoredEvent::kind).containsOnly(Kind.DRAFTS);
            for (var event : page) lines.add(event.line());
            after = page.getLast().seq();
        }
        assertThat(lines).isEqualTo(store.lines(Kind.DRAFTS)).hasSize(7);
    }

    @Test
    void includesTheBeginningOfAPeriodAndExcludesItsEnd() {
        var before = store.append(Kind.EVENTS, NOON.minusMillis(1));
        var first = store.append(Kind.EVENTS, NOON);
        var last = store.append(Kind.EVENTS, NOON.plusSeconds(60).minusMillis(1));
        var after = store.append(Kind.EVENTS, NOON.plusSeconds(60));
        assertThat(seqs(NOON, NOON.plusSeconds(60))).containsExactly(first, last);
        assertThat(seqs(NOON, null)).containsExactly(first, last, after);
        assertThat(seqs(null, NOON)).containsExactly(before);
        assertThat(seqs(null, null)).containsExactly(before, first, last, after);
    }

    @Test
    void takesAnyTimeForABound() {
        var seq = store.append(Kind.EVENTS, NOON);
        assertThat(seqs(Instant.MIN, Instant.MAX)).containsExactly(seq);
        assertThat(seqs(Instant.MAX, null)).isEmpty();
        assertThat(seqs(null, Instant.MIN)).isEmpty();
    }

    private List<Long> seqs(@Nullable Instant since, @Nullable Instant until) {
        return reader.page(Kind.EVENTS, 0, since, until, 50).stream()
                .map(StoredEvent::seq)
                .toList();
    }

    @Test
    void countsEachKind() {
        assertThat(reader.last()).isZero();
        store.append(Kind.DRAFTS);
        var last = store.append(Kind.EVENTS, NOON);
        assertThat(reader.counts())
                .isEqualTo(Map.of("drafts", 1L, "decisions", 0L, "actions", 0L, "events", 1L));
        assertThat(reader.last()).isEqualTo(last);
    }

    @Test
    void migratesAnEmptyDatabaseAndThenHasNothingLeftToDo() {
        var flyway =
                Flyway.configure()
                        .dataSource(TestDatabase.fresh())
                        .locations("classpath:db/migration/trajectory")
                        .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
