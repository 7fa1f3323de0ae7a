package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Provenance;
import org.junit.jupiter.api.Test;

final class DiversityTest {
    private static final Diversity DIVERSITY = new Diversity(0.25, 0.95);

    private static Candidate candidate(String text, double score, float x, float y) {
        var document =
                new StoredDocument(
                        UUID.randomUUID(),
                        "012",
                        text,
                        null,
                        text,
                        SourceType.COMMENT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Provenance.VERBATIM,
                        null,
                        List.of(),
                        null,
                        null,
                        null);
        return new Candidate(document, score, score, 0, Embedding.normalised(x, y));
    }

    private static List<String> picked(int limit, Candidate... candidates) {
        return DIVERSITY.pick(List.of(candidates), limit).stream()
                .map(candidate -> candidate.document().text())
                .toList();
    }

    @Test
    void takesTheMostRelevantFirst() {
        assertThat(picked(2, candidate("b", 0.5, 0, 1), candidate("a", 0.9, 1, 0)))
                .containsExactly("a", "b");
    }

    @Test
    void prefersSomethingNewToAnotherOfTheSame() {
        assertThat(
                        picked(
                                2,
                                candidate("a", 0.9, 1, 0),
                                candidate("much like a", 0.85, 1, 0.5f),
                                candidate("other", 0.7, 0, 1)))
                .containsExactly("a", "other");
    }

    @Test
    void leavesOutNearDuplicates() {
        assertThat(picked(3, candidate("a", 0.9, 1, 0), candidate("b", 0.89, 1, 0.1f)))
                .containsExactly("a");
    }

    @Test
    void leavesOutTheSameWordsInOtherDress() {
        assertThat(
                        picked(
                                3,
                                candidate("Two fields, now!", 0.9, 1, 0),
                                candidate("two  FIELDS now", 0.89, 0, 1)))
                .hasSize(1);
    }

    @Test
    void takesDifferentSignsForDifferentTexts() {
        assertThat(picked(3, candidate("👍", 0.9, 1, 0), candidate("👎", 0.89, 0, 1))).hasSize(2);
    }

    @Test
    void picksNothingFromNothing() {
        assertThat(picked(5)).isEmpty();
    }
}
