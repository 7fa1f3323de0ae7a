package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8PiecesTest {
    private final Utf8Pieces pieces = new Utf8Pieces();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void waitsForTheRestOfACharacter() {
        var euro = bytes("€");
        assertThat(pieces.accept(Arrays.copyOfRange(euro, 0, 1))).isEmpty();
        assertThat(pieces.accept(Arrays.copyOfRange(euro, 1, 2))).isEmpty();
        assertThat(pieces.accept(Arrays.copyOfRange(euro, 2, 3))).isEqualTo("€");
    }

    @Test
    void showsWhatIsWholeBeforeABrokenCharacter() {
        assertThat(pieces.accept(new byte[] {'a', (byte) 0xF0, (byte) 0x9F})).isEqualTo("a");
    }

    @Test
    void replacesBytesThatCanBecomeNoCharacter() {
        assertThat(pieces.accept(new byte[] {(byte) 0xFF, 'a'})).isEqualTo("\uFFFDa");
        assertThat(pieces.accept(new byte[] {(byte) 0xC3, 'b'})).isEqualTo("\uFFFDb");
    }

    @Test
    void makesTheSameTextWhereverItIsCut() {
        var text = "Zwölf Boxkämpfer 👩‍🌾 jagen 東京 – naïve ✓";
        for (var seed = 0; seed < 500; seed++) {
            var cutter = new Random(seed);
            var all = bytes(text);
            var whole = new StringBuilder();
            var reader = new Utf8Pieces();
            for (var at = 0; at < all.length; ) {
                var to = Math.min(all.length, at + 1 + cutter.nextInt(4));
                var shown = reader.accept(Arrays.copyOfRange(all, at, to));
                assertThat(shown).as("seed %d", seed).doesNotContain("\uFFFD");
                whole.append(shown);
                at = to;
            }
            assertThat(whole).as("seed %d", seed).hasToString(text);
        }
    }
}
