package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class JsonSchemaGrammarTest {
    private static String grammar(String schema) {
        return JsonSchemaGrammar.of(new JsonMapper().readTree(schema.replace('\'', '"')), "schema");
    }

    /// The rule `root` with the names of made-up rules replaced by what they stand for.
    private static String root(String schema) {
        var rules = rules(grammar(schema));
        var root = rules.getOrDefault("root", "");
        for (var i = 0; i < 20; i++) {
            for (var rule : rules.entrySet()) {
                if (!rule.getKey().matches("r\\d+")) continue;
                root = root.replaceAll("\\b" + rule.getKey() + "\\b", quoted(rule.getValue()));
            }
        }
        return root.replaceAll("\\s+", " ").strip();
    }

    private static String quoted(String rule) {
        return java.util.regex.Matcher.quoteReplacement("<" + rule.strip() + ">");
    }

    private static Map<String, String> rules(String grammar) {
        return Arrays.stream(grammar.split("\n"))
                .map(line -> line.split(" ::= ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @Test
    void takesSimpleTypesAsTheyAre() {
        assertThat(root("{'type': 'integer', 'description': 'x'}")).isEqualTo("integer");
        assertThat(root("{'type': 'boolean'}")).isEqualTo("boolean");
        assertThat(root("{}")).isEqualTo("value");
        assertThat(root("{'type': ['string', 'null']}")).isEqualTo("<string | null>");
    }

    @Test
    void writesRequiredPropertiesInOrder() {
        assertThat(
                        root(
                                """
                                {'type': 'object', 'additionalProperties': false,
                                 'properties': {'a': {'type': 'string'}, 'b': {'type': 'null'}},
                                 'required': ['a', 'b']}
                                """))
                .isEqualTo(
                        "<\"{\" ws (<\"\\\"a\\\"\" ws \":\" ws string>"
                                + " <(ws \",\" ws <\"\\\"b\\\"\" ws \":\" ws null>)>) ws \"}\">");
    }

    @Test
    void letsOptionalPropertiesBeLeftOut() {
        assertThat(root("{'properties': {'a': {'type': 'null'}, 'b': {'type': 'null'}}}"))
                .startsWith("<\"{\" ws (")
                .contains(" | ")
                .contains(")?> | ")
                .endsWith(")? ws \"}\">");
    }

    @Test
    void writesWhatIsRequiredButNotDescribed() {
        assertThat(root("{'type': 'object', 'required': ['x']}"))
                .contains("\\\"x\\\"")
                .contains("value");
    }

    @Test
    void limitsStringsAndArrays() {
        assertThat(root("{'type': 'string', 'minLength': 2, 'maxLength': 5}"))
                .contains("char{2,5}");
        assertThat(root("{'type': 'string', 'minLength': 2}")).contains("char{2,}");
        assertThat(
                        root(
                                "{'type': 'array', 'items': {'type': 'null'}, 'minItems': 2, 'maxItems': 3}"))
                .isEqualTo("<\"[\" ws null (ws \",\" ws null){1,2} ws \"]\">");
        assertThat(root("{'type': 'array', 'items': {'type': 'null'}}"))
                .isEqualTo("<\"[\" ws (null (ws \",\" ws null){0,})? ws \"]\">");
        assertThat(root("{'type': 'array', 'maxItems': 0}")).isEqualTo("<\"[\" ws \"]\">");
    }

    @Test
    void writesValuesAsJsonInQuotes() {
        assertThat(root("{'enum': ['a\\n', 7, null, {'k': true}]}"))
                .isEqualTo("<\"\\\"a\\\\n\\\"\" | \"7\" | \"null\" | \"{\\\"k\\\":true}\">");
        assertThat(root("{'type': 'string', 'enum': ['a', 7]}")).isEqualTo("<\"\\\"a\\\"\">");
        assertThat(root("{'const': 'x'}")).isEqualTo("<\"\\\"x\\\"\">");
    }

    @Test
    void choosesBetweenSchemas() {
        assertThat(root("{'anyOf': [{'type': 'integer'}, {'type': 'null'}]}"))
                .isEqualTo("<integer | null>");
        assertThat(root("{'oneOf': [{'type': 'integer'}]}")).isEqualTo("<integer>");
    }

    @Test
    void followsReferencesAndLetsASchemaContainItself() {
        var grammar =
                grammar(
                        """
                        {'$ref': '#/$defs/node', '$defs': {'node': {'type': 'object',
                          'properties': {'next': {'$ref': '#/$defs/node'}}}}}
                        """);
        var root = rules(grammar).getOrDefault("root", "").strip();
        assertThat(grammar).containsPattern("::= \"\\\\\"next\\\\\"\" ws \":\" ws " + root + "\\b");
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'type': 'string', 'pattern': '^a'} | pattern",
                "{'type': 'string', 'format': 'date'} | format",
                "{'type': 'integer', 'minimum': 3} | minimum",
                "{'type': 'array', 'uniqueItems': true} | uniqueItems",
                "{'allOf': []} | allOf",
                "{'not': {}} | not",
                "{'anyOf': [{}], 'type': 'string'} | type",
                "{'type': 'object', 'patternProperties': {}} | patternProperties",
                "{'type': 'text'} | type must be",
                "{'type': 'string', 'maxLength': 100000} | maxLength",
                "{'type': 'string', 'minLength': 3, 'maxLength': 2} | maxLength",
                "{'type': 'array', 'minItems': -1} | minItems",
                "{'type': 'array', 'minItems': 3, 'maxItems': 2} | maxItems",
                "{'type': 'object', 'required': 'a'} | required",
                "{'type': 'object', 'properties': []} | properties",
                "{'type': 'object', 'additionalProperties': 1} | additionalProperties",
                "{'type': 'object', 'required': ['a'], 'additionalProperties': false} | required",
                "{'$ref': 'http://elsewhere/x'} | $ref",
                "{'$ref': '#/$defs/none'} | $ref",
                "{'enum': []} | enum",
                "{'type': 'null', 'enum': [1]} | enum",
                "{'type': 'null', 'const': 1} | const",
                "false | a schema must be",
                "5 | a schema must be",
            })
    void refusesWhatItCannotKeep(String schema, String words) {
        assertThatThrownBy(() -> grammar(schema))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> {
                            assertThat(error.param()).isEqualTo("schema");
                            assertThat(error.sentence()).contains(words);
                        });
    }

    @Test
    void refusesASchemaThatIsTooDeep() {
        var deep = "{'type': 'array', 'items': ".repeat(40) + "{}" + "}".repeat(40);
        assertThatThrownBy(() -> grammar(deep)).hasMessageContaining("nested deeper");
    }
}
