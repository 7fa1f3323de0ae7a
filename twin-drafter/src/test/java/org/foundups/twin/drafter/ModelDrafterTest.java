package org.foundups.twin.drafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.FakeModelServer.DONE;
import static org.foundups.twin.testing.FakeModelServer.delta;
import static org.foundups.twin.testing.FakeModelServer.finish;
import static org.foundups.twin.testing.FakeModelServer.head;
import static org.foundups.twin.testing.FakeModelServer.send;
import static org.foundups.twin.testing.FakeModelServer.usage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Drafting;
import org.foundups.twin.core.Generator;
import org.foundups.twin.core.TwinException.Code;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.testing.FakeModelServer;
import org.foundups.twin.testing.Fixtures;
import org.junit.jupiter.api.Test;

final class ModelDrafterTest {
    private static final UUID ID = UUID.fromString("0b8f9dd0-6a43-4a57-9d54-1c35e7a1f001");

    private final Brief brief =
            Fixtures.brief(
                    "How long did the visa take?", Fixtures.passage("It took four months.", 0.8));
    private final List<String> heard = new ArrayList<>();

    private static ModelDrafter drafter(String url) {
        return ModelDrafter.over(
                EngineEndpoint.external(url, "qwen", null), DraftingSettings.DEFAULT, () -> ID);
    }

    private Drafting drafted(String... events) throws IOException {
        try (var server =
                FakeModelServer.answering((_, out) -> {
                    head(out, 200, "text/event-stream");
                    for (var event : events) send(out, event);
                })) {
            return drafter(server.url()).draft(brief, heard::add);
        }
    }

    @Test
    void writesDraftWithWhatItRestsOn() throws IOException {
        var drafting =
                drafted(
                        delta(" Four "),
                        delta("months. "),
                        finish("stop"),
                        usage(200, 150, 4),
                        DONE);
        assertThat(drafting)
                .isInstanceOfSatisfying(
                        Draft.class,
                        draft -> {
                            assertThat(draft.id()).isEqualTo(ID.toString());
                            assertThat(draft.text()).isEqualTo("Four months.");
                            assertThat(draft.shown())
                                    .isEqualTo(brief.appraisal().recollection().passages());
                            assertThat(draft.generator())
                                    .isEqualTo(
                                            new Generator(
                                                    Generator.Kind.LLM,
                                                    "fake-1",
                                                    null,
                                                    null,
                                                    PromptBuilder.prompt(brief).version(),
                                                    200,
                                                    150,
                                                    4));
                        });
        assertThat(heard).containsExactly(" Four ", "months. ");
    }

    @Test
    void dropsSentenceCutByTokenLimit() throws IOException {
        assertThat(drafted(delta("Four months. Then I had to"), finish("length"), DONE))
                .isInstanceOfSatisfying(
                        Draft.class, draft -> assertThat(draft.text()).isEqualTo("Four months."));
        assertThat(drafted(delta("Then I had to"), finish("length"), DONE))
                .isInstanceOfSatisfying(
                        Undrafted.class,
                        undrafted ->
                                assertThat(undrafted.reason()).contains("not finished a sentence"));
    }

    @Test
    void refusesThoughtsInPlaceOfAnswer() throws IOException {
        assertThat(drafted(delta("<think>hm"), finish("stop"), DONE))
                .isInstanceOfSatisfying(
                        Undrafted.class,
                        undrafted -> assertThat(undrafted.reason()).contains("thoughts"));
    }

    @Test
    void takesOffQuotationMarks() {
        assertThat(textOf("\"Four months.\"")).isEqualTo("Four months.");
        assertThat(textOf("\"Four\" or \"five\"")).isEqualTo("\"Four\" or \"five\"");
        assertThat(textOf("Rice\u00a0 🧑‍🌾\u2028grows.")).isEqualTo("Rice 🧑‍🌾 grows.");
    }

    private static String textOf(String answer) {
        var answered =
                new Completion.Answered(
                        answer,
                        "m",
                        false,
                        Completion.Usage.UNTOLD,
                        java.time.Duration.ofMillis(1));
        return ((ReplyText.Usable) ReplyText.of(answered)).text();
    }

    @Test
    void yieldsNoTextWithoutServer() throws IOException {
        assertThat(drafted())
                .isInstanceOfSatisfying(
                        Undrafted.class,
                        undrafted -> {
                            assertThat(undrafted.code()).isEqualTo(Code.MODEL_UNAVAILABLE);
                            assertThat(undrafted.brief()).isEqualTo(brief);
                        });
        var loading =
                new EngineEndpoint.NotReady(Code.MODEL_UNAVAILABLE, "The model is being loaded.");
        var drafter = ModelDrafter.over(() -> loading, DraftingSettings.DEFAULT, () -> ID);
        assertThat(drafter.draft(brief, heard::add))
                .isEqualTo(
                        new Undrafted(brief, Code.MODEL_UNAVAILABLE, "The model is being loaded."));
    }

    @Test
    void warmsWithTheBytesOfLaterPrompts() throws IOException {
        try (var server =
                FakeModelServer.answering((_, out) -> {
                    head(out, 200, "text/event-stream");
                    for (var event : new String[] {delta("a."), finish("stop"), DONE}) {
                        send(out, event);
                    }
                })) {
            var drafter = drafter(server.url());
            assertThat(drafter.warm(Fixtures.persona())).isTrue();
            drafter.draft(brief, heard::add);
            var warming = server.received().getFirst().body();
            var fixedEnd = warming.lastIndexOf("{\"role\":\"user\"");
            assertThat(server.received().getLast().body())
                    .startsWith(warming.substring(0, fixedEnd));
            assertThat(warming).contains("\"max_tokens\":1,");
        }
    }

    @Test
    void drawsSameSeedForSameAttempt() {
        assertThat(Digests.seed("a/1")).isEqualTo(Digests.seed("a/1")).isNotNegative();
        assertThat(Digests.seed("a/1")).isNotEqualTo(Digests.seed("a/2"));
    }
}
