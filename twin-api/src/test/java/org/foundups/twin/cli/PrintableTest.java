package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void showsEscapeSequencesInsteadOfObeyingThem() {
        assertThat(Printable.line("a\033[2Jb\033]0;owned\007c")).isEqualTo("a␛[2Jb␛]0;owned␇c");
    }

    @Test
    void showsSecondSetOfControlCharactersAsUnreadable() {
        assertThat(Printable.line("a\u009b31mb\u007f")).isEqualTo("a\ufffd31mb␡");
    }

    @Test
    void takesAwayWhatTurnsOrHidesText() {
        assertThat(Printable.line("pay\u202egnp\u202c.exe\u200b\u2066x\u2069"))
                .isEqualTo("paygnp.exex");
    }

    @Test
    void keepsWhatHoldsEmojiAndWordsTogether() {
        var text = "👩‍🌾 می‌خواهم 🇯🇵 é";
        assertThat(Printable.line(text)).isEqualTo(text);
    }

    @Test
    void replacesHalvesOfCharacters() {
        assertThat(Printable.line("a\ud83db")).isEqualTo("a\ufffdb");
    }

    @Test
    void makesOneLineOfEveryKindOfLineBreak() {
        assertThat(Printable.line("a\nb\r\nc\rd\u2028e\u0085f\tg")).isEqualTo("a b c d e f    g");
        assertThat(Printable.lines("a\r\nb\n\nc")).containsExactly("a", "b", "", "c");
    }

    @Test
    void givesJsonOfTheSameMeaningThatNoTerminalObeys() {
        var json = "{\"text\":\"a\u009b31m\u202e\u007f 👩‍🌾\",\"n\":1}";
        var safe = Printable.json(json);
        assertThat(safe).doesNotContain("\u009b", "\u202e", "\u007f");
        assertThat(Value.parsed(safe)).isEqualTo(Value.parsed(json));
    }
}
