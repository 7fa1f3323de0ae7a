package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foundups.twin.llama.Step.FinishReason;
import org.foundups.twin.llama.TextOutput.Shown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class AnsweringTest {
    private static final RequestReader READER = new RequestReader("qwen", () -> 1);
    private static final Step.Usage USAGE = new Step.Usage(10, 4, 3, 60_000_000, 100_000_000);

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private static Shown shown(String text) {
        var likely = new TokenLogprob("x", new byte[] {'x'}, -2, List.of());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Shown(text, List.of(new TokenLogprob(text, bytes, -0.5, List.of(likely))));
    }

    private void answer(String fields, Step... steps) throws IOException, InterruptedException {
        var body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + fields + "}";
        var request = READER.chat(new JsonMapper().readTree(body));
        answer(AnswerForm.CHAT, request, steps);
    }

    private void answer(AnswerForm form, CompletionRequest request, Step... steps)
            throws IOException, InterruptedException {
        var job = new Job(request, new Prompt(new int[] {1}, 0));
        for (var step : steps) job.tell(step);
        var heading = new AnswerForm.Heading("id-1", 99, "qwen");
        new Answering(form, heading, request).answer(job, new HttpReply(sent, true, 0));
    }

    private String body() {
        return sent.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2)[1];
    }

    @Test
    void putsAWholeReplyTogether() throws Exception {
        answer(
                "",
                new Step.Begun(),
                new Step.Written(shown("Hel")),
                new Step.Written(shown("lo")),
                new Step.Ended(FinishReason.LENGTH, USAGE));
        assertThat(body())
                .contains("\"object\":\"chat.completion\"")
                .contains("\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"}")
                .contains("\"logprobs\":null")
                .contains("\"finish_reason\":\"length\"")
                .contains(
                        "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":3,\"total_tokens\":13,"
                                + "\"prompt_tokens_details\":{\"cached_tokens\":4}}")
                .contains("\"prompt_n\":6,\"prompt_ms\":60.0,\"prompt_per_second\":100.0")
                .contains("\"predicted_n\":3,\"predicted_ms\":100.0,\"predicted_per_second\":20.0");
    }

    @Test
    void tellsLogprobsWhenAsked() throws Exception {
        answer(
                ",\"logprobs\":true,\"top_logprobs\":1",
                new Step.Written(shown("é")),
                new Step.Ended(FinishReason.STOP, USAGE));
        assertThat(body())
                .contains(
                        "\"content\":[{\"token\":\"é\",\"logprob\":-0.5,\"bytes\":[195,169],"
                                + "\"top_logprobs\":[{\"token\":\"x\",\"logprob\":-2.0,\"bytes\":[120]}]}]");
    }

    @Test
    void streamsPieceByPiece() throws Exception {
        answer(
                ",\"stream\":true,\"stream_options\":{\"include_usage\":true}",
                new Step.Begun(),
                new Step.Written(shown("Hi")),
                new Step.Ended(FinishReason.STOP, USAGE));
        var events = body().split("\n\n");
        assertThat(events).hasSize(5);
        assertThat(events[0]).contains("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(events[1]).contains("\"delta\":{\"content\":\"Hi\"}");
        assertThat(events[2]).contains("\"delta\":{}").contains("\"finish_reason\":\"stop\"");
        assertThat(events[3]).contains("\"choices\":[]").contains("\"total_tokens\":13");
        assertThat(events[4]).isEqualTo("data: [DONE]");
    }

    @Test
    void refusesAsLongAsNothingIsSent() {
        var failed = new Step.Failed(ApiError.invalid("grammar", "cannot be read"));
        for (var stream : List.of("true", "false")) {
            assertThatThrownBy(() -> answer(",\"stream\":" + stream, failed))
                    .isInstanceOf(ApiError.class);
        }
        assertThat(sent.size()).isZero();
    }

    @Test
    void endsABrokenStreamWithTheErrorAndNothingElse() throws Exception {
        answer(
                ",\"stream\":true",
                new Step.Begun(),
                new Step.Failed(ApiError.internal("It broke.")));
        assertThat(body()).contains("\"message\":\"It broke.\"").doesNotContain("[DONE]");
    }

    @Test
    void writesPlainCompletionsInTheirOwnForm() throws Exception {
        var request =
                READER.plain(new JsonMapper().readTree("{\"prompt\":\"Once\",\"logprobs\":1}"));
        answer(
                AnswerForm.TEXT,
                request,
                new Step.Written(shown(" upon")),
                new Step.Written(shown(" a")),
                new Step.Ended(FinishReason.STOP, USAGE));
        assertThat(body())
                .contains("\"object\":\"text_completion\"")
                .contains("\"text\":\" upon a\"")
                .contains("\"tokens\":[\" upon\",\" a\"]")
                .contains("\"token_logprobs\":[-0.5,-0.5]")
                .contains("\"text_offset\":[0,5]");
    }

    @Test
    void stopsWhenTheJobIsCancelled() {
        var request =
                READER.chat(
                        new JsonMapper()
                                .readTree(
                                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
        var job = new Job(request, new Prompt(new int[] {1}, 0));
        job.cancel();
        var heading = new AnswerForm.Heading("id-1", 99, "qwen");
        var answering = new Answering(AnswerForm.CHAT, heading, request);
        assertThatThrownBy(() -> answering.answer(job, new HttpReply(sent, true, 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void breaksOffAnEvaluationOnlyWhileItsJobIsAtWork() {
        var request =
                READER.chat(
                        new JsonMapper()
                                .readTree(
                                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
        var interruption = new Interruption(new Pulse(() -> 0));
        var over = new Job(request, new Prompt(new int[] {1}, 0));
        over.beginsWith(interruption);
        over.tell(new Step.Ended(FinishReason.STOP, USAGE));
        over.cancel();
        assertThat(interruption.asked(java.lang.foreign.MemorySegment.NULL)).isFalse();
        var going = new Job(request, new Prompt(new int[] {1}, 0));
        going.beginsWith(interruption);
        going.cancel();
        assertThat(interruption.asked(java.lang.foreign.MemorySegment.NULL)).isTrue();
    }
}
