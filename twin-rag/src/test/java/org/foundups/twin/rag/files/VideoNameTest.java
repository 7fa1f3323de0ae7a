package org.foundups.twin.rag.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoNameTest {
    private static VideoName of(String name) {
        return VideoName.of(SourceFile.of(name, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rice, rain [dQw4w9WgXcQ].en.vtt      | dQw4w9WgXcQ | Rice, rain | en",
                "videos/a/Rice [dQw4w9WgXcQ].vtt      | dQw4w9WgXcQ | Rice       | ",
                "Why? [live] [dQw4w9WgXcQ].pt-BR.srt  | dQw4w9WgXcQ | Why? [live]| pt-BR",
                "[dQw4w9WgXcQ].en-orig.json3          | dQw4w9WgXcQ |            | en-orig",
                "dQw4w9WgXcQ.en.srt                   | dQw4w9WgXcQ |            | en",
                "dQw4w9WgXcQ.json                     | dQw4w9WgXcQ |            | ",
                "dQw4w9WgXcQ.ja.srv3.xml              | dQw4w9WgXcQ |            | ja",
                "dQw4w9WgXcQ.wav.json                 | dQw4w9WgXcQ |            | ",
                "dQw4w9WgXcQ.en.srt.txt               | dQw4w9WgXcQ |            | en",
                "Some talk.srt                        | Some talk   | Some talk  | ",
                "talk v1.2.srt                        | talk v1.2   | talk v1.2  | ",
                "田んぼ_2024.srt                       | 田んぼ_2024  | 田んぼ_2024 | ",
                "C:\\\\videos\\\\Some talk.srt          | Some talk   | Some talk  | ",
                "What is this?.srt                    |             | What is this? | ",
                "upload                               | upload      | upload     | ",
            })
    void readsNames(
            String name, @Nullable String id, @Nullable String title, @Nullable String language) {
        assertThat(of(name.replace("\\\\", "\\"))).isEqualTo(new VideoName(id, title, language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../etc/..", "---.srt", "...srt", ""})
    void neverTakesAPathOrNothingForAnId(String name) {
        assertThat(of(name).id()).isNull();
    }

    @Test
    void takesNoIdLongerThanAnyName() {
        assertThat(of("a".repeat(100) + ".srt").id()).hasSize(100);
        assertThat(of("a".repeat(101) + ".srt").id()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jonas|true",
                "012|true",
                "Annabel|true",
                "Theo|true",
                "Hostetler|true",
                "Voice of Reason|true",
                "unknown|false",
                "Narrator|false",
                "SPEAKER_00|false",
                "Speaker 2|false",
                "host|false",
                "Voice 1|false",
                "unidentified|false",
                "None|false",
                "N/A|false",
                "A man in the field|false",
                "the host|false",
                "' '|false",
            })
    void tellsNamesFromPlaceholders(String name, boolean known) {
        assertThat(SpeakerName.known(name)).isEqualTo(known);
    }
}
