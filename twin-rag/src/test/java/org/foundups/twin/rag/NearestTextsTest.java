package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foundups.twin.rag.files.MemoryDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The fast search and its plain twin.
final class NearestTextsTest {
    private static final List<String> WORDS =
            List.of("rice", "frog", "field", "visa", "form", "rain", "seed", "goat", "tea", "sea");

    @TempDir Path directory;
    private Nodes nodes;
    private VoiceMemory memory;
    private final Embedder embedder = WordEmbedder.named("words-1");

    @BeforeEach
    void fill() {
        nodes = new Nodes(directory);
        memory = nodes.open("one", embedder);
        var random = new Random(20261124);
        memory.store("012", IntStream.range(0, 800).mapToObj(_ -> sentence(random)).toList());
        memory.store("another", IntStream.range(0, 50).mapToObj(_ -> sentence(random)).toList());
    }

    private static MemoryDocument sentence(Random random) {
        var text =
                String.join(" ", IntStream.range(0, 5).mapToObj(_ -> word(random)).toList())
                        + " number"
                        + random.nextInt(500);
        return MemoryDocument.comment(text, null, text, "012");
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void findsNearlyWhatComparingEveryTextFinds() {
        int found = 0;
        for (var word : WORDS) {
            var point = embedder.embed("the " + word + " and the goat");
            var exact = memory.nearestExactly("012", point, 10);
            assertThat(exact).hasSize(10).doesNotHaveDuplicates();
            found +=
                    (int) memory.nearest("012", point, 10).stream().filter(exact::contains).count();
        }
        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Test
    void keepsPersonasApartAndDeletedTextsOut() {
        var point = embedder.embed("rice field");
        var before = memory.nearestExactly("another", point, 100);
        assertThat(before).hasSize(50);
        memory.delete(UUID.fromString(before.getFirst()));
        var after = memory.nearestExactly("another", point, 100);
        assertThat(after).hasSize(49).doesNotContain(before.getFirst());
        assertThat(memory.nearest("another", point, 100))
                .containsExactlyInAnyOrderElementsOf(after);
    }
}
