package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.foundups.twin.llama.ChatMessage.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RequestReaderTest {
    private static final RequestReader READER = new RequestReader("qwen", () -> 42);

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    private static CompletionRequest chat(String fields) {
        var comma = fields.isEmpty() ? "" : ", ";
        return READER.chat(
                json("{'messages': [{'role': 'user', 'content': 'Hi'}]" + comma + fields + "}"));
    }

    @Test
    void changesNothingUnlessAsked() {
        var request = chat("");
        assertThat(request.sampling())
                .isEqualTo(new SamplingSettings(1, 1, 0, 0, 1, 0, 0, 64, 42, Map.of()));
        assertThat(request.maxTokens()).isZero();
        assertThat(request.stop()).isEmpty();
        assertThat(request.wantsLogprobs()).isFalse();
        assertThat(request.grammar()).isNull();
        assertThat(request.cachePrompt()).isTrue();
        assertThat(request.stream()).isFalse();
        assertThat(request.slot()).isEqualTo(-1);
    }

    @Test
    void readsEveryField() {
        var request =
                chat(
                        """
                        'model': 'qwen', 'stream': true, 'stream_options': {'include_usage': true},
                        'n': 1, 'max_tokens': 9, 'seed': -3, 'stop': ['a', 'b'], 'logprobs': true,
                        'top_logprobs': 5, 'logit_bias': {'7': -100}, 'temperature': 0.5,
                        'top_p': 0.9, 'top_k': 40, 'min_p': 0.05, 'repeat_penalty': 1.1,
                        'frequency_penalty': 0.2, 'presence_penalty': -0.2, 'repeat_last_n': 32,
                        'grammar': 'root ::= [a]', 'cache_prompt': false, 'slot': 1, 'user': 'x',
                        'prompt_cache_key': 'k', 'metadata': {'a': 'b'}
                        """);
        assertThat(request.sampling())
                .isEqualTo(
                        new SamplingSettings(
                                0.5, 0.9, 40, 0.05, 1.1, 0.2, -0.2, 32, -3, Map.of(7, -100.0)));
        assertThat(request.maxTokens()).isEqualTo(9);
        assertThat(request.stop()).containsExactly("a", "b");
        assertThat(request.topLogprobs()).isEqualTo(5);
        assertThat(request.grammar()).isEqualTo(new Grammar("root ::= [a]", "grammar"));
        assertThat(request.cachePrompt()).isFalse();
        assertThat(request.slot()).isEqualTo(1);
        assertThat(request.stream()).isTrue();
        assertThat(request.includeUsage()).isTrue();
    }

    @Test
    void readsMessagesInAllTheirForms() {
        var request =
                READER.chat(
                        json(
                                """
                                {'messages': [
                                  {'role': 'developer', 'content': 'Rules.'},
                                  {'role': 'user', 'content': [{'type': 'text', 'text': 'a'},
                                                               {'type': 'text', 'text': 'b'}]},
                                  {'role': 'assistant', 'content': ''}]}
                                """));
        assertThat(request.prompt())
                .isEqualTo(
                        new PromptSource.Chat(
                                List.of(
                                        new ChatMessage(Role.SYSTEM, "Rules."),
                                        new ChatMessage(Role.USER, "ab"),
                                        new ChatMessage(Role.ASSISTANT, ""))));
    }

    @Test
    void treatsNullAsAbsent() {
        assertThat(chat("'stop': null, 'temperature': null, 'max_tokens': null"))
                .isEqualTo(chat(""));
    }

    @Test
    void takesOneStopAsAString() {
        assertThat(chat("'stop': '\\n'").stop()).containsExactly("\n");
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'temprature': 1 | temprature | not known",
                "'tools': [] | tools | not known",
                "'temperature': 3 | temperature | from 0 to 2",
                "'temperature': 'hot' | temperature | must be a number",
                "'top_p': -0.1 | top_p | from 0 to 1",
                "'max_tokens': 0 | max_tokens | whole number from 1",
                "'max_tokens': 1.5 | max_tokens | whole number",
                "'max_tokens': 5, 'max_completion_tokens': 6 | max_tokens | differ",
                "'n': 2 | n | from 1 to 1",
                "'seed': 1e30 | seed | whole number",
                "'stop': [''] | stop | 1 to 256",
                "'stop': 5 | stop | must be a string",
                "'stream': 'yes' | stream | true or false",
                "'stream_options': {'include_usage': true} | stream_options | needs stream",
                "'stream': true, 'stream_options': {'x': 1} | stream_options.x | not known",
                "'top_logprobs': 3 | top_logprobs | needs logprobs",
                "'logprobs': true, 'top_logprobs': 21 | top_logprobs | from 0 to 20",
                "'logit_bias': {'x': 1} | logit_bias | maps token numbers",
                "'logit_bias': {'1': 101} | logit_bias | -100 to 100",
                "'grammar': '' | grammar | empty",
                "'grammar': 'root ::= a', 'response_format': {'type': 'json_object'} | grammar | exclude",
                "'response_format': {'type': 'xml'} | response_format.type | must be text",
                "'response_format': {'type': 'json_schema'} | response_format.json_schema | required",
                "'slot': -2 | slot | from 0",
                "'model': 'gpt-4' | model | serves qwen",
            })
    void refusesByName(String fields, String param, String words) {
        assertThatThrownBy(() -> chat(fields))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> {
                            assertThat(error.param()).isEqualTo(param);
                            assertThat(error.sentence()).contains(words);
                            assertThat(error.status()).isEqualTo(param.equals("model") ? 404 : 400);
                        });
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{} | messages",
                "[] | body",
                "{'messages': []} | messages",
                "{'messages': 'Hi'} | messages",
                "{'messages': ['Hi']} | messages[0]",
                "{'messages': [{'role': 'user'}]} | messages[0].content",
                "{'messages': [{'role': 'robot', 'content': 'x'}]} | messages[0].role",
                "{'messages': [{'role': 'user', 'content': 5}]} | messages[0].content",
                "{'messages': [{'role': 'user', 'content': 'x', 'name': 'n'}]} | messages[0].name",
                "{'messages': [{'role': 'user', 'content': [{'type': 'image_url'}]}]}"
                        + " | messages[0].content[0].type",
            })
    void refusesMessagesByPlace(String body, String param) {
        assertThatThrownBy(() -> READER.chat(json(body)))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.param()).isEqualTo(param));
    }

    @Test
    void readsAPlainCompletion() {
        var request = READER.plain(json("{'prompt': 'Once', 'logprobs': 2}"));
        assertThat(request.prompt()).isEqualTo(new PromptSource.Plain("Once"));
        assertThat(request.maxTokens()).isEqualTo(16);
        assertThat(request.topLogprobs()).isEqualTo(2);
    }

    @Test
    void keepsControlCharactersOutOfItsMessages() {
        assertThatThrownBy(() -> chat("'a\\u001b[31m\\n': 1"))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> assertThat(error.sentence()).doesNotContain("\u001b", "\n"));
    }

    @Test
    void refusesGrammarsThatWouldEndTheProcess() {
        assertThatThrownBy(() -> new Grammar("root ::= " + "(".repeat(100), "grammar"))
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> new Grammar("root ::= \"\0\"", "grammar"))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> new Grammar("x".repeat(Grammar.LIMIT + 1), "grammar"))
                .hasMessageContaining("longer than");
    }
}
