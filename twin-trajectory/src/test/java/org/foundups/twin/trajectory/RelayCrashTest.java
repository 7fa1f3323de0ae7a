package org.foundups.twin.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelayCrashTest {
    private static final int EVENTS = 30_000;

    @TempDir Path directory;
    private final TrajectoryStore store = TrajectoryStore.emptied();

    private Path file(Kind kind) {
        return directory.resolve(kind.id() + ".jsonl");
    }

    private long carried() {
        try {
            return Files.exists(file(Kind.DRAFTS)) ? Files.size(file(Kind.DRAFTS)) : 0;
        } catch (IOException moved) {
            return 0;
        }
    }

    private void carriesTheRest() throws IOException {
        try (var relay = Relay.open(directory, store.database)) {
            while (relay.carryBatch()) {}
        }
        for (var kind : Kind.values()) {
            assertThat(Files.readAllLines(file(kind))).isEqualTo(store.lines(kind));
        }
    }

    @Test
    void losesDoublesAndTearsNoLineWhenKilled() throws Exception {
        store.appendMany(EVENTS);
        var killed = 0;
        for (var round = 0; round < 6; round++) {
            var before = carried();
            var child = RelayChild.start(directory, store.source);
            // By size, so that it is hit while it writes and not while it starts.
            RelayTest.waitUntil(() -> carried() > before + 1_000 || !child.isAlive());
            if (child.destroyForcibly().waitFor() != 0) killed++;
        }
        assertThat(killed).as("killed in the middle").isPositive();
        assertThat(carried()).as("something was left to do").isLessThan(size(Kind.DRAFTS));
        carriesTheRest();
    }

    private long size(Kind kind) {
        return store.lines(kind).stream().mapToLong(line -> line.length() + 1).sum();
    }

    @Test
    void leavesOnlyWholeLinesWhenTheDiskIsFull() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "a shell that can set a limit");
        store.appendMany(3_000);
        // Room for one batch of 500 lines and a part of the next.
        var child = RelayChild.limited(200, directory, store.source);
        assertThat(child.waitFor()).as("it ran into the limit").isEqualTo(RelayChild.FAILED);
        var whole = store.lines(Kind.DRAFTS).subList(0, 500);
        assertThat(Files.readString(file(Kind.DRAFTS))).isEqualTo(String.join("\n", whole) + "\n");
        carriesTheRest();
    }
}
