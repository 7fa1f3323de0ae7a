package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StopStringsTest {
    @Test
    void passesTextWithoutStops() {
        var stops = new StopStrings(List.of());
        assertThat(stops.accept("Hello")).isEqualTo("Hello");
        assertThat(stops.end()).isEmpty();
    }

    @Test
    void holdsBackWhatMayBecomeAStop() {
        var stops = new StopStrings(List.of("</end>"));
        assertThat(stops.accept("Hello </e")).isEqualTo("Hello ");
        assertThat(stops.accept("nd> more")).isEmpty();
        assertThat(stops.found()).isTrue();
        assertThat(stops.accept("never")).isEmpty();
        assertThat(stops.end()).isEmpty();
    }

    @Test
    void releasesWhatBecameNoStop() {
        var stops = new StopStrings(List.of("</end>"));
        assertThat(stops.accept("a </e")).isEqualTo("a ");
        assertThat(stops.accept("m>")).isEqualTo("</em>");
        assertThat(stops.found()).isFalse();
    }

    @Test
    void releasesAPossibleBeginningAtTheEnd() {
        var stops = new StopStrings(List.of("###"));
        assertThat(stops.accept("a ##")).isEqualTo("a ");
        assertThat(stops.end()).isEqualTo("##");
    }

    @Test
    void endsBeforeTheFirstOfSeveral() {
        var stops = new StopStrings(List.of("zz", "\n"));
        assertThat(stops.accept("one\ntwo zz")).isEqualTo("one");
    }

    @Test
    void findsAStopWhoseBeginningRepeats() {
        var stops = new StopStrings(List.of("aab"));
        assertThat(stops.accept("a")).isEmpty();
        assertThat(stops.accept("a")).isEmpty();
        assertThat(stops.accept("a")).isEqualTo("a");
        assertThat(stops.accept("b")).isEmpty();
        assertThat(stops.found()).isTrue();
    }

    /// The plain twin looks at every beginning of the text in turn.
    private static String plain(String text, List<String> stops) {
        for (var end = 1; end <= text.length(); end++) {
            var seen = text.substring(0, end);
            var longest = stops.stream().filter(seen::endsWith).mapToInt(String::length).max();
            if (longest.isPresent()) return seen.substring(0, end - longest.getAsInt());
        }
        return text;
    }

    @Test
    void showsTheSameWhereverTheTextIsCut() {
        for (var seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var stops = new ArrayList<String>();
            for (var i = random.nextInt(3); i >= 0; i--)
                stops.add(word(random, 1 + random.nextInt(4)));
            var text = word(random, 30);
            var shown = new StringBuilder();
            var reader = new StopStrings(stops);
            for (var at = 0; at < text.length(); ) {
                var to = Math.min(text.length(), at + 1 + random.nextInt(5));
                shown.append(reader.accept(text.substring(at, to)));
                at = to;
            }
            shown.append(reader.end());
            var rest = shown.toString();
            assertThat(plain(text, stops))
                    .as("seed %d: %s in %s", seed, stops, text)
                    .isEqualTo(rest);
        }
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) word.append((char) ('a' + random.nextInt(3)));
        return word.toString();
    }
}
