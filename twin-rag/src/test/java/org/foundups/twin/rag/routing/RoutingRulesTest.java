package org.foundups.twin.rag.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foundups.twin.rag.video.Track;
import org.foundups.twin.rag.video.VideoFile;
import org.foundups.twin.rag.video.VideoIndex.Share;
import org.foundups.twin.rag.video.VideoSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutingRulesTest {
    private static final Path FOLDER = Path.of("src/test/resources/video-index");

    private static Routing routed(IndexItem item) {
        return RoutingRules.route(item, null, RoutingPolicy.standard());
    }

    private static IndexItem item(@Nullable String category, @Nullable Share share) {
        return new IndexItem("undaodu", category, null, true, share, true);
    }

    private static Share share(long own, long all) {
        return new Share(Track.Kind.WHISPER, own, all);
    }

    @ParameterizedTest
    @CsvSource({
        "01-a-vlog-rice-field, TWIN_MEMORY, own_voice",
        "02-a-music-only, MUSIC_PIPELINE, category",
        "03-a-lecture-training-strings, TWIN_MEMORY, own_voice",
        "04-a-unknown-speaker, HOLD_FOR_REVIEW, speaker_unknown",
        "05-b-studio-ask-null-end, HOLD_FOR_REVIEW, speaker_unknown",
        "06-b-studio-ask-duplicate-starts, HOLD_FOR_REVIEW, speaker_unknown",
        "07-b-stacked-transcripts, TWIN_MEMORY, own_voice",
        "08-b-whisper-verbatim-extra-fields, TWIN_MEMORY, own_voice",
        "09-c-stub-default-topics, HOLD_FOR_REVIEW, no_segments",
        "10-c-stub-scheduled-music-channel, MUSIC_PIPELINE, channel_policy",
        "11-d-repaired-mss-strings, HOLD_FOR_REVIEW, no_category",
        "12-d-repaired-hour-long, TWIN_MEMORY, own_voice",
        "13-e-ask-transcript-fresh, HOLD_FOR_REVIEW, no_category",
        "14-e-ask-over-enhanced, HOLD_FOR_REVIEW, speaker_unknown",
        "15-e-ask-untimed-fallback, HOLD_FOR_REVIEW, no_category",
        "16-list-root-segments, HOLD_FOR_REVIEW, no_category",
        "17-malformed-truncated, HOLD_FOR_REVIEW, unreadable",
        "18-invalid-utf8, HOLD_FOR_REVIEW, unreadable",
    })
    void routesTheFixturesAsTheirReadmeSays(String name, Route route, String reason)
            throws IOException {
        var file =
                VideoFile.read(
                        Files.readAllBytes(FOLDER.resolve(name + ".json")),
                        new VideoFile.Place(name, "", VideoSettings.standard().of("undaodu")));
        var routing = routed(IndexItem.of(file));
        assertThat(routing.route()).isEqualTo(route);
        assertThat(routing.reason()).isEqualTo(reason);
        assertThat(routing.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "personal_vlog, 5, 10, TWIN_MEMORY, own_voice",
        "educational, 4, 10, HOLD_FOR_REVIEW, minority_speaker",
        "ffcpln_music, 0, 10, MUSIC_PIPELINE, category",
        "ffcpln_music, 1, 10, HOLD_FOR_REVIEW, category_conflict",
        "ice_remix, 0, 3, FACELESS_PIPELINE, category",
        "ice_remix, 3, 3, HOLD_FOR_REVIEW, category_conflict",
        "other, 9, 10, HOLD_FOR_REVIEW, no_category",
    })
    void goesByCategoryAndWhoSpeaks(
            String category, long own, long all, Route route, String reason) {
        var routing = routed(item(category, share(own, all)));
        assertThat(List.of(routing.route(), routing.reason())).isEqualTo(List.of(route, reason));
    }

    @Test
    void holdsAVlogInWhichNobodyIsKnown() {
        assertThat(routed(item("personal_vlog", null)).reason()).isEqualTo("speaker_unknown");
    }

    @Test
    void trustsASpeakerWhoIsHeardMoreThanOneAModelNames() {
        var heard = routed(item("educational", share(9, 10)));
        var named = routed(new IndexItem(null, "educational", null, true, share(9, 10), false));
        assertThat(heard.confidence()).isGreaterThan(named.confidence());
    }

    @Test
    void obeysAnOverrideAboveAll() {
        var broken = new IndexItem("antifafm", null, "it is torn", false, null, false);
        var routing = RoutingRules.route(broken, Route.TWIN_MEMORY, RoutingPolicy.standard());
        assertThat(routing.route()).isEqualTo(Route.TWIN_MEMORY);
        assertThat(routing.reason()).isEqualTo("override");
    }

    @Test
    void knowsAMusicChannelByItsOlderName() {
        var old = new IndexItem("ravingantifa", "personal_vlog", null, true, share(3, 3), true);
        assertThat(routed(old).reason()).isEqualTo("channel_policy");
    }
}
