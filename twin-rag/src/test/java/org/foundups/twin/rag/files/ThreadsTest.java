package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
    @Test
    void keepsNothingNobodyAsksFor() {
        var threads = new Threads(1_000);
        threads.want("a");
        threads.offer("b", Said.alone("words"));
        assertThat(threads.answeredBy(Said.alone("reply"), "b")).isNull();
    }

    @Test
    void keepsNoMoreThanFits() {
        var threads = new Threads(1_000);
        threads.want("a");
        threads.want("b");
        threads.offer("a", Said.alone("short"));
        assertThat(threads.overflowed()).isFalse();
        threads.offer("b", Said.alone("x".repeat(1_000)));
        assertThat(threads.overflowed()).isTrue();
        assertThat(threads.answeredBy(Said.alone("reply"), "a")).isEqualTo("short");
        assertThat(threads.answeredBy(Said.alone("reply"), "b")).isNull();
    }

    @Test
    void keepsOfAnothersWordsWhatCanBeStored() {
        var said = Said.alone("a\0b\ud83d " + "x".repeat(30_000));
        assertThat(said.text()).startsWith("ab x").hasSizeLessThan(20_001);
    }

    @Test
    void saysThatSomeRepliesWentWithoutWhatTheyAnswered() throws IOException {
        var bytes =
                """
                [{"tweet":{"id_str":"1","full_text":"first"}},
                 {"tweet":{"id_str":"2","full_text":"second","in_reply_to_status_id_str":"1"}}]
                """
                        .getBytes(StandardCharsets.UTF_8);
        var file = SourceFile.of("tweets.js", bytes);
        var rows =
                new ArchiveRows(
                        file.open(),
                        new SourceText(file, TextEncoding.of(bytes, null)),
                        text -> new TweetItems(text, "012"),
                        new RowReading(ImportOptions.of("012", "auto")),
                        10);
        var count = 0;
        while (rows.next().isPresent()) count++;
        assertThat(count).isEqualTo(2);
        assertThat(rows.notes()).singleElement().asString().contains("more threads than are kept");
    }
}
