package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.foundups.twin.core.TwinException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRowsTest {
    private static ReadRows read(String csv) {
        return ReadRows.of("csv", csv);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text,in_reply_to\na,q\n",
                "text;in_reply_to\r\na;q\r\n",
                "Text\tIn Reply To\na\tq",
                "\n\"text\",\"parent_comment\"\n\"a\",\"q\"\n\n",
                "extra,Question,reply\nx,q,a",
                "comment,reply\nq,a\n",
                "\uFEFFtext,in-reply-to\na,q\n",
            })
    void readsEverySeparatorAndCommonName(String csv) {
        var document = read(csv).only();
        assertThat(document.text()).isEqualTo("a");
        assertThat(document.inReplyTo()).isEqualTo("q");
    }

    @Test
    void keepsSeparatorsQuotesAndLineEndsWithinQuotes() {
        assertThat(read("text,id\n\"a, \"\"b\"\"\nc\",1\nd,2\n").texts())
                .containsExactly("a, \"b\"\nc", "d");
    }

    @Test
    void countsLinesAndNotRecords() {
        assertThat(read("text,id\n\"a\nb\",1\nc,2\n").lines()).containsExactly(2L, 4L);
    }

    @Test
    void refusesARowWithAnotherNumberOfFields() {
        var read = read("text,id\na,1\nb\nc,2,3\nd,4\n");
        assertThat(read.texts()).containsExactly("a", "d");
        assertThat(read.faults())
                .containsExactly(
                        "3: 1 fields, but the header names 2",
                        "4: 3 fields, but the header names 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b,1", "\"b\"x,1", "b,\"1\n\"c\"\",9", "\"b,1\n\"c,1"})
    void losesOnlyTheLinesOfAnUnclosedQuote(String broken) {
        var read = read("text,id\na,0\n" + broken + "\n\"d\",2\n\"e\",3\n");
        assertThat(read.texts()).containsExactly("a", "d", "e");
        assertThat(read.faults()).isNotEmpty();
        assertThat(read.faults().getFirst()).startsWith("3: ");
    }

    @Test
    void goesOnAfterAnEnormousLine() {
        var read = read("text,id\na,1\n" + "x".repeat(10_000_000) + ",2\nb,3\n");
        assertThat(read.texts()).containsExactly("a", "b");
        assertThat(read.faults())
                .containsExactly("3: a line of 10000002 bytes; at most 1048576 are read");
    }

    @Test
    void refusesAFileWithoutATextColumn() {
        assertThatThrownBy(() -> read("one,two\na,b\n"))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(TwinException.Code.VALIDATION))
                .hasMessageContaining("text, content");
    }

    @Test
    void namesColumnsThatMeanNothing() {
        assertThat(read("text,likes,evil\u0007name\na,3,4\n").source().notes())
                .containsExactly("Fields that mean nothing here were left out: likes, evil?name.");
    }
}
