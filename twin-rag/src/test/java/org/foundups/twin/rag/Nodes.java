package org.foundups.twin.rag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.SettableClock;
import org.foundups.twin.testing.TestDatabase;

/// Any number of memories on one database, each with an index of its own.
final class Nodes implements AutoCloseable {
    private final Path root;
    private final DataSource database = TestDatabase.fresh("classpath:db/migration/rag");
    private final List<VoiceMemory> opened = new ArrayList<>();

    Nodes(Path root) {
        this.root = root;
    }

    DataSource database() {
        return database;
    }

    Path index(String name) {
        return root.resolve(name);
    }

    VoiceMemory open(String name) {
        return open(name, WordEmbedder.named("words-1"));
    }

    VoiceMemory open(String name, Embedder embedder) {
        return open(name, database, embedder);
    }

    VoiceMemory open(String name, DataSource other, Embedder embedder) {
        var memory =
                VoiceMemory.open(
                        settings(name), RoutingPolicy.standard(), other, clock(), embedder);
        opened.add(memory);
        return memory;
    }

    private static SettableClock clock() {
        return new SettableClock(Fixtures.NOON);
    }

    private RagSettings settings(String name) {
        var defaults = RagSettings.in(index(name));
        return new RagSettings(
                defaults.indexDirectory(),
                null,
                defaults.minimumScore(),
                defaults.passages(),
                defaults.neighbours(),
                defaults.diversity(),
                defaults.duplicateCosine(),
                2,
                Duration.ofMillis(20));
    }

    void close(VoiceMemory memory) {
        opened.remove(memory);
        memory.close();
    }

    /// Waits for what another thread is about to do.
    static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("it did not come to that");
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        opened.forEach(VoiceMemory::close);
    }
}
