package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foundups.twin.llama.TextOutput.Shown;
import org.junit.jupiter.api.Test;

final class TextOutputTest {
    private static TokenLogprob token(String text) {
        return new TokenLogprob(text, text.getBytes(StandardCharsets.UTF_8), -1, List.of());
    }

    private static Shown accept(TextOutput output, String text) {
        return output.accept(text.getBytes(StandardCharsets.UTF_8), token(text));
    }

    private static List<String> tokens(Shown shown) {
        return shown.logprobs().stream().map(TokenLogprob::token).toList();
    }

    @Test
    void tellsTheLogprobTogetherWithItsText() {
        var output = new TextOutput(List.of("END"));
        var first = accept(output, "one");
        assertThat(first.text()).isEqualTo("one");
        assertThat(tokens(first)).containsExactly("one");
        assertThat(accept(output, "E").isEmpty()).isTrue();
        var later = accept(output, "gg");
        assertThat(later.text()).isEqualTo("Egg");
        assertThat(tokens(later)).containsExactly("E", "gg");
    }

    @Test
    void keepsTokensBehindAStopToItself() {
        var output = new TextOutput(List.of("END"));
        accept(output, "one ");
        accept(output, "EN");
        var last = accept(output, "D two");
        assertThat(output.stopped()).isTrue();
        assertThat(last.isEmpty()).isTrue();
        assertThat(output.end().isEmpty()).isTrue();
    }

    @Test
    void tellsTheTokenTheStopBeginsIn() {
        var output = new TextOutput(List.of("\n"));
        var last = accept(output, "end.\n\n");
        assertThat(last.text()).isEqualTo("end.");
        assertThat(tokens(last)).containsExactly("end.\n\n");
    }

    @Test
    void tellsTokensWithoutTextAtTheEnd() {
        var output = new TextOutput(List.of());
        assertThat(output.accept(new byte[0], token("<pad>")).isEmpty()).isTrue();
        assertThat(tokens(output.end())).containsExactly("<pad>");
    }

    @Test
    void leavesOutACharacterThatIsCutOff() {
        var output = new TextOutput(List.of());
        assertThat(output.accept(new byte[] {'a', (byte) 0xE2}, null).text()).isEqualTo("a");
        assertThat(output.end().text()).isEmpty();
    }
}
