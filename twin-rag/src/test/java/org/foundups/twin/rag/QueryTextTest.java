package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import org.foundups.twin.testing.HostileTexts;
import org.junit.jupiter.api.Test;

final class QueryTextTest {
    @Test
    void cutsLongTextsBetweenCharacters() {
        assertThat(QueryText.of("x" + "😀".repeat(400)).text())
                .hasSize(699)
                .isEqualTo("x" + "😀".repeat(349));
    }

    @Test
    void holdsNoHalfCharactersAndNoControls() {
        for (var text : HostileTexts.ALL)
            assertThat(
                            QueryText.of(text)
                                    .text()
                                    .codePoints()
                                    .filter(point ->
                                            Character.isISOControl(point)
                                                    || (point >= 0xD800 && point <= 0xDFFF)))
                    .as(text)
                    .isEmpty();
    }

    @Test
    void knowsATextThatSaysNothing() {
        assertThat(QueryText.of("🔥🔥 !!!").saysSomething()).isFalse();
        assertThat(QueryText.of("").saysSomething()).isFalse();
        assertThat(QueryText.of("ok").saysSomething()).isTrue();
        assertThat(QueryText.of("米").saysSomething()).isTrue();
    }

    @Test
    void knowsWhatTheModelCannotRead() {
        assertThat(QueryText.of("ビザはどのくらい").inLatinScript()).isFalse();
        assertThat(QueryText.of("Wie lange dauert das Visum?").inLatinScript()).isTrue();
        assertThat(QueryText.of("2006").inLatinScript()).isTrue();
    }

    @Test
    void hasNoQuerySyntax() {
        assertThat(QueryText.of("+title:* AND (NOT \"rice\" ~2 [b TO c}^9 /.*/").terms())
                .contains("title", "rice")
                .allMatch(term -> term.chars().allMatch(Character::isLetterOrDigit));
    }
}
