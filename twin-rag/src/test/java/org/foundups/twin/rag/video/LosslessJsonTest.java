package org.foundups.twin.rag.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

final class LosslessJsonTest {
    private static LosslessJson.Outcome read(String json) {
        return LosslessJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode root(String json) {
        return ((LosslessJson.Parsed) read(json)).root();
    }

    private static String written(JsonNode root) {
        return new String(JsonText.of(root), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-0.10",
                "1E-7",
                "61.250",
                "12345678901234567890123",
                "1E+400",
                "NaN",
                "Infinity",
                "-Infinity",
                "0",
                "\"\\ud83d\"",
                "\"\\udc00\\ud83d\"",
                "\"\\u0000\"",
                "\"😀\"",
                "[]",
                "{}",
                "null",
                "true",
                "\"\u2028\"",
                "{\"\":{\"\":[]}}"
            })
    void survivesAReadAndAWrite(String json) {
        assertThat(written(root(json))).isEqualToIgnoringWhitespace(json);
    }

    @Test
    void keepsAFractionThatIsWholeAFraction() {
        var node = root("100.0e1");
        var again = root(written(node));
        assertThat(again.isIntegralNumber()).isFalse();
        assertThat(again.decimalValue()).isEqualByComparingTo(node.decimalValue());
    }

    @Test
    void keepsTheOrderOfMembersAndTheLastOfTwins() {
        var parsed = (LosslessJson.Parsed) read("{\"b\":1,\"a\":{\"x\":1,\"x\":2},\"c\":null}");
        assertThat(parsed.root().propertyNames()).containsExactly("b", "a", "c");
        assertThat(parsed.root().path("a").path("x").intValue()).isEqualTo(2);
        assertThat(parsed.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("duplicate_member");
                    assertThat(warning.message()).startsWith("/a/x ");
                });
    }

    @Test
    void dropsAByteOrderMarkAndTakesCarriageReturns() {
        assertThat(root("\uFEFF{\r\n\"a\": 1\r\n}").path("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1| 1",
                "{\"a\": 1,| 1",
                "{}x| 1",
                "{} {}| 1",
                "''| 1",
                "' '| 1",
                "{'a':1}| 1",
                "nul| 1"
            })
    void refusesWhatIsNoJson(String json, long line) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        LosslessJson.Faulty.class,
                        fault -> {
                            assertThat(fault.reason()).isEqualTo("malformed_json");
                            assertThat(fault.line()).isEqualTo(line);
                        });
    }

    @Test
    void countsLinesAndColumnsInCharacters() {
        var fault = (LosslessJson.Faulty) read("{\n  \"ü\": \"日本\",\n  \"é\" x}");
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isBetween(7L, 8L);
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(LosslessJson.Parsed.class);
        assertThat(read("[".repeat(101) + "]".repeat(101)))
                .isInstanceOfSatisfying(
                        LosslessJson.Faulty.class,
                        fault -> assertThat(fault.message()).contains("100 deep"));
    }

    @ParameterizedTest
    @CsvSource({"C080, 1", "EDA080, 1", "F8888080, 1", "FF, 1", "E282, 1"})
    void refusesBytesThatAreNotUtf8(String hex, long offset) {
        var bad = java.util.HexFormat.of().parseHex(hex);
        var bytes = new byte[bad.length + 1];
        bytes[0] = '"';
        System.arraycopy(bad, 0, bytes, 1, bad.length);
        assertThat(LosslessJson.read(bytes))
                .isInstanceOfSatisfying(
                        LosslessJson.Faulty.class,
                        fault -> assertThat(fault.offset()).isEqualTo(offset));
    }

    /// Any value at all: what is written is read as the same value, and written the same again.
    @Test
    void survivesForAnyValue() {
        var seed = 20_261_125L;
        for (int i = 0; i < 2_000; i++) {
            var random = new Random(seed + i);
            var value = value(random, 0);
            var text = written(value);
            var again = root(text);
            assertThat(written(again)).as("seed %d", seed + i).isEqualTo(text);
            assertThat(same(again, value)).as("seed %d: %s", seed + i, text).isTrue();
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) return false;
        if (one.isNumber())
            return one.isIntegralNumber() == other.isIntegralNumber()
                    && one.decimalValue().compareTo(other.decimalValue()) == 0;
        if (one.isObject())
            return List.copyOf(one.propertyNames()).equals(List.copyOf(other.propertyNames()))
                    && one.propertyNames().stream()
                            .allMatch(name -> same(one.path(name), other.path(name)));
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.path(i), other.path(i))) return false;
        }
        return !one.isValueNode() || one.asString().equals(other.asString());
    }

    private static JsonNode value(Random random, int depth) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 6 ? 6 : 8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(new BigInteger(random.nextInt(200), random).negate());
            case 3 ->
                    DecimalNode.valueOf(
                            new BigDecimal(
                                    new BigInteger(random.nextInt(90), random),
                                    random.nextInt(40) - 20));
            case 4, 5 -> nodes.stringNode(text(random));
            case 6 -> {
                var list = nodes.arrayNode();
                for (int i = random.nextInt(5); i > 0; i--) list.add(value(random, depth + 1));
                yield list;
            }
            default -> {
                var object = nodes.objectNode();
                for (int i = random.nextInt(5); i > 0; i--)
                    object.set(text(random), value(random, depth + 1));
                yield object;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) text.append((char) random.nextInt(0x10000));
        return text.toString();
    }
}
