package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.fellbaum.jemoji.EmojiManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every rule reads: the normalised copy, its words, its characters, and the way back.
class ReadingTest {
    private static final long SEED = 20_261_124L;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Ｆｕｌｌ Ｗｉｄｔｈ => full width",
                "“Smart” – ‘quotes’ => \"smart\" - 'quotes'",
                "zero\u200Bwidth\u2060 and soft\u00ADhyphen => zerowidth and softhyphen",
                "e\u0301tude E\u0301 => étude é",
                "STRASSE straße => strasse strasse",
                "&lt;b&gt; &amp; &#65; &#x42; => <b> & a b",
                "𝒻𝒶𝓃𝒸𝓎 => fancy"
            })
    void foldsWhatLooksAlike(String raw, String folded) {
        assertThat(Folding.fold(raw).text()).isEqualTo(folded);
    }

    @Test
    void foldsLineEndsOfAnyNotation() {
        assertThat(Folding.fold("one<br />two\u2028three").text()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void knowsTheWayBackFromEveryFoldedCharacter() {
        var random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            var raw = randomText(random);
            var folded = Folding.fold(raw);
            for (int i = 0; i < folded.text().length(); i++) {
                var span = folded.span(i, i + 1);
                assertThat(span.end()).as(raw).isBetween(span.start(), raw.length());
            }
        }
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x300, 0x370));
                case 1 -> text.appendCodePoint(random.nextInt(0x2000, 0x2070));
                case 2 -> text.appendCodePoint(random.nextInt(0x1F300, 0x1FA00));
                case 3 -> text.appendCodePoint(random.nextInt(0xD800, 0x11000));
                case 4 -> text.append("&lt;<b>\\u0041".charAt(random.nextInt(13)));
                default -> text.append((char) random.nextInt(0x20, 0x7F));
            }
        }
        return text.toString();
    }

    @Test
    void neverFailsOnRandomText() {
        var random = new Random(SEED);
        for (int round = 0; round < 3_000; round++) {
            var raw = randomText(random) + randomText(random);
            var reading = Reading.of(raw);
            for (var word : reading.words()) {
                var span = reading.span(word.from(), word.to());
                assertThat(span.end()).as(raw).isLessThanOrEqualTo(raw.length());
            }
        }
    }

    /// Against a library's list of all emoji there are: fully qualified ones are one each.
    @Test
    void countsEveryEmojiAsOne() {
        for (var emoji : EmojiManager.getAllEmojis()) {
            var text = "a" + emoji.getEmoji() + "b";
            boolean qualified = emoji.getQualification().toString().equals("FULLY_QUALIFIED");
            if (!qualified) continue;
            var graphemes = Graphemes.of(text);
            assertThat(graphemes.count()).as(emoji.getDescription()).isEqualTo(3);
            assertThat(graphemes.emoji()).as(emoji.getDescription()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain text", "© 2026", "™", "1 2 3 # *", "日本語", "→ ← ↑", "☎︎"})
    void takesNoTextForEmoji(String text) {
        assertThat(Graphemes.of(text).emoji()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "see https://www.example.com/a?b=c. => WEB example.com",
                "see example.co.uk/path now => WEB example.co.uk",
                "see example dot com now => WEB example.com",
                "see example[.]com now => WEB example.com",
                "mail jo@example.com now => EMAIL jo@example.com",
                "ask @some.body! => HANDLE @some.body",
                "call +49 30 901820 now => PHONE +49 30 901820",
                "https://evil.com\\@good.com/x => WEB good.com",
                "bit.ly/xyz => WEB bit.ly"
            })
    void findsWaysOut(String text, String expected) {
        var links = Reading.of(text).links();
        assertThat(links).as(text).isNotEmpty();
        assertThat(links.getFirst().kind() + " " + links.getFirst().address()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I agree.So do I",
                "It was 3.5 or 4.2 percent",
                "Version 2.0.1 of e.g. this",
                "At 12:30 or 2026-11-24, order 1234567",
                "wait... what",
                "a @ b",
                "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
            })
    void takesNoProseForWayOut(String text) {
        assertThat(Reading.of(text).links()).isEmpty();
    }
}
