package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 200,000 items of more than 150 characters each are over 30 MB; the heap has 20.
final class ReadingMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "youtube-comments, 50000 999",
        "takeout-comments, 100000 999",
        "takeout-live-chat, 100000 0",
        "linkedin-comments, 100000 0",
        "x-tweets, 100000 999",
        "markdown, 100000 0"
    })
    void readsFilesLargerThanItsMemory(String format, String documentsAndAnswers)
            throws IOException {
        assertThat(ReadingChild.read(format, 100_000)).isEqualTo(documentsAndAnswers);
    }
}
