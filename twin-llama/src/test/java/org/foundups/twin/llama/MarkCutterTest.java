package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MarkCutterTest {
    @Test
    void cutsEveryMarkAfterItsFirstCharacter() {
        assertThat(MarkCutter.cut(List.of("a<e>b<e>"), Set.of("<e>")))
                .containsExactly("a<", "e>b<", "e>");
    }

    @Test
    void leavesNoMarkAndLosesNothing() {
        var marks = Set.of("<end>", "<<", "d><");
        var text = "<<end><end><<<end>d><d><";
        var pieces = MarkCutter.cut(List.of(text), marks);
        assertThat(String.join("", pieces)).isEqualTo(text);
        for (var mark : marks) assertThat(pieces).noneMatch(piece -> piece.contains(mark));
    }

    @Test
    void doesNotCutACharacterInTwo() {
        assertThat(MarkCutter.cut(List.of("x😀!"), Set.of("😀!"))).containsExactly("x😀", "!");
    }

    @Test
    void leavesTextWithoutMarksInOnePiece() {
        assertThat(MarkCutter.cut(List.of("plain"), Set.of("<e>"))).containsExactly("plain");
    }
}
