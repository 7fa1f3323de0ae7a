package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonElementsTest {
    private static ReadRows read(String json) {
        return ReadRows.of("json", json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"a\"},{\"text\":\"b\"}]",
                "[\n  {\n    \"text\": \"a\"\n  },\n  {\n    \"text\": \"b\"\n  }\n]\n",
                "{\"comments\": [{\"text\":\"a\"},{\"text\":\"b\"}]}",
                "{\"channel\": {\"comments\": [1]}, \"Items\":[{\"text\":\"a\"},{\"text\":\"b\"}], \"next\": [null]}",
                "{\"items\": [{\"text\":\"a\"}], \"comments\": [{\"text\":\"b\"}]}",
                "{\"text\":\"a\"}\n{\"text\":\"b\"}",
                "{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}",
                "[{\"text\":\"a\"}\r\n,{\"text\":\"b\"}\r\n]\r\n",
                "[{\"text\":\"a\", \"replies\":[{\"text\":\"c\"}]},{\"text\":\"b\", \"x\":{\"y\":[[]]}}]",
            })
    void findsRowsInEveryShape(String json) {
        var read = read(json);
        assertThat(read.texts()).containsExactly("a", "b");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void readsOneObjectAsOneRow() {
        assertThat(read("{\"text\": \"a\", \"tags\": [\"x\", \"y\"]}").only().tags())
                .containsExactly("x", "y");
    }

    @Test
    void namesTheLineEachRowBeginsIn() {
        assertThat(read("[\n\n {\"text\":\"a\"},\n {\n\"text\":\"b\"}, {\"text\":\"c\"}]").lines())
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void isNotMisledByBracketsAndQuotesInStrings() {
        assertThat(read("[{\"text\":\"a ] } \\\" [ { \\\\\"},{\"text\":\"b\"}]").texts())
                .containsExactly("a ] } \" [ { \\", "b");
    }

    @Test
    void findsNoRowsInAnEmptyList() {
        assertThat(read("[]").rows()).isEmpty();
        assertThat(read("{\"comments\": []}").rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"never closed}",
                "{\"text\": \"brace missing\"",
                "{\"text\": \"tags\", \"tags\": [\"x\"}",
                "{\"text\": no}",
                "{\"text\": \"comma\",}",
                "{\"text\" \"colon\"}",
                "{\"text\": \"\tcontrol\"}",
                "{'text': 'quotes'}",
                "\"only a string\"",
                "nonsense",
                "17",
                "null",
                "{{\"text\": \"x\"}}",
                "[\"a list\"]",
                "{\"text\": \"stray\"}}",
            })
    void goesOnAfterABrokenElement(String broken) {
        var read = read("[\n{\"text\":\"a\"},\n" + broken + ",\n{\"text\":\"b\"}\n]\n");
        assertThat(read.texts()).startsWith("a").endsWith("b");
        assertThat(read.faults()).isNotEmpty().allMatch(fault -> fault.startsWith("3: "));
    }

    @Test
    void takesNoNestedObjectForARow() {
        var read =
                read(
                        """
                        [
                          {
                            "text": "broken,
                            "replies: [
                              {
                                "text": "somebody else's words"
                              }
                            ]
                          },
                          {
                            "text": "b"
                          }
                        ]
                        """);
        assertThat(read.texts()).containsExactly("b");
        assertThat(read.faults()).singleElement().asString().startsWith("2: ");
    }

    @Test
    void saysThatAFileWasCutOff() {
        assertThat(read("[{\"text\":\"a\"},\n{\"text\":\"b").faults())
                .containsExactly(
                        "2: the file ends within it",
                        "2: the file ends before its list is closed; it may have been cut off");
        assertThat(read("[{\"text\":\"a\"},\n").faults()).hasSize(1);
        assertThat(read("{\"comments\":[{\"text\":\"a\"}]").faults())
                .containsExactly("1: the file ends within it");
    }

    @Test
    void refusesAnEnormousElementAndGoesOn() {
        var read =
                read(
                        "[{\"text\":\"a\"},\n{\"text\":\""
                                + "x".repeat(10_000_000)
                                + "\"},\n{\"text\":\"b\"}]");
        assertThat(read.texts()).containsExactly("a", "b");
        assertThat(read.faults())
                .containsExactly("2: a row of 10000011 bytes; at most 1048576 are read");
    }

    @Test
    void readsTheRowsBehindAnEnormousPreface() {
        var read =
                read(
                        "{\"about\":\""
                                + "x".repeat(2_000_000)
                                + "\",\"comments\":[{\"text\":\"a\"}], \"rest\":\""
                                + "x".repeat(2_000_000)
                                + "\"}");
        assertThat(read.texts()).containsExactly("a");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void refusesANestingDeeperThanAnyParserGoes() {
        var read = read("[" + "[".repeat(300_000) + "]".repeat(300_000) + ",{\"text\":\"b\"}]");
        assertThat(read.texts()).containsExactly("b");
        assertThat(read.faults()).hasSize(1);
    }

    @Test
    void getsThroughMillionsOfStrayBrackets() {
        var read = read("[" + "{".repeat(2_000_000) + "]".repeat(2_000_000));
        assertThat(read.texts()).isEmpty();
        assertThat(read.faults()).isNotEmpty();
    }

    @Test
    void saysWhichByteIsNotUtf8() {
        var json =
                "[{\"text\":\"a\"},\n{\"text\":\"caf\u00e9\"}]"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadRows.of(ImportOptions.of("012", "json"), json).faults())
                .singleElement()
                .asString()
                .startsWith("2: byte 13 (0xE9) is not UTF-8")
                .contains("windows-1252");
    }

    @Test
    void refusesWhatIsNeitherListNorObject() {
        assertThat(read("null\n").faults())
                .containsExactly("1: neither a JSON list nor a JSON object begins here");
    }

    /// Whatever is damaged, every row that stands whole on a line of its own comes through, and
    /// reading ends.
    @Test
    void losesOnlyDamagedLines() {
        var seed = 20261124L;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var damaged = 1 + random.nextInt(8);
            var json = new StringBuilder("[\n");
            for (int row = 0; row < 10; row++) {
                var line =
                        new StringBuilder("{\"text\":\"row " + row + "\",\"id\":\"" + row + "\"}");
                if (row == damaged) line.deleteCharAt(random.nextInt(line.length()));
                json.append(line).append(row < 9 ? ",\n" : "\n");
            }
            var read = read(json.append("]").toString());
            for (int row = 0; row < 10; row++) {
                if (row != damaged)
                    assertThat(read.texts())
                            .as("seed %d, round %d: %s", seed, round, json)
                            .contains("row " + row);
            }
        }
    }
}
