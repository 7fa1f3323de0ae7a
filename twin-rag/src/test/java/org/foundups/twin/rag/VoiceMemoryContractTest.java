package org.foundups.twin.rag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.foundups.twin.core.Memory;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.MemoryContract;
import org.foundups.twin.testing.SettableClock;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class VoiceMemoryContractTest extends MemoryContract {
    @TempDir Path directory;
    private final List<VoiceMemory> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(VoiceMemory::close);
    }

    @Override
    protected Memory remembering(String... texts) {
        var memory = open(new RealEmbedder());
        memory.store(
                "012",
                IntStream.range(0, texts.length)
                        .mapToObj(i -> MemoryDocument.comment("c" + i, null, texts[i], "012"))
                        .toList());
        return memory;
    }

    @Override
    protected Memory broken() {
        return open(
                new Embedder() {
                    @Override
                    public Embedding embed(String text) {
                        throw new TwinException(
                                TwinException.Code.MODEL_UNAVAILABLE, "out of order");
                    }

                    @Override
                    public EmbeddingModel model() {
                        return new RealEmbedder().model();
                    }

                    @Override
                    public void close() {}
                });
    }

    private VoiceMemory open(Embedder embedder) {
        var memory =
                VoiceMemory.open(
                        RagSettings.in(directory.resolve("index" + opened.size())),
                        RoutingPolicy.standard(),
                        TestDatabase.fresh("classpath:db/migration/rag"),
                        new SettableClock(Fixtures.NOON),
                        embedder);
        opened.add(memory);
        return memory;
    }
}
