package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.rag.routing.RoutingPolicy.ChannelPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutingFileTest {
    private static final Path OURS = Path.of("../config/channels.yaml");

    @TempDir Path directory;

    private RoutingPolicy changed(String from, String to) throws IOException {
        var text = Files.readString(OURS);
        assertThat(text).contains(from);
        return RoutingFile.read(
                Files.writeString(directory.resolve("channels.yaml"), text.replace(from, to)));
    }

    @Test
    void holdsTheRulesOfTheReference() {
        var ours = RoutingFile.read(OURS);
        var standard = RoutingPolicy.standard();
        assertThat(ours.channels()).containsAllEntriesOf(standard.channels());
        assertThat(ours.aliases()).isEqualTo(standard.aliases());
        assertThat(ours.ownCategories()).isEqualTo(standard.ownCategories());
        assertThat(ours.musicCategories()).isEqualTo(standard.musicCategories());
        assertThat(ours.facelessCategories()).isEqualTo(standard.facelessCategories());
        assertThat(ours.ownShare()).isEqualTo(standard.ownShare());
    }

    @Test
    void readsNamesInAnyCase() throws IOException {
        var policy = changed("antifafm:", "AntifaFM:");
        assertThat(policy.channels()).containsEntry("antifafm", ChannelPolicy.MUSIC_ONLY);
    }

    @Test
    void refusesAFileThatIsNotRight() {
        assertThatThrownBy(() -> changed("music_only", "loud"))
                .hasMessageContaining("music_only, not loud");
        assertThatThrownBy(() -> changed("own_share: 0.5", "own_share: 1.5"))
                .hasMessageContaining("own_share is above 0");
        assertThatThrownBy(() -> changed("own_share:", "own_shair:"))
                .hasMessageContaining("own_share");
        assertThatThrownBy(() -> changed("own_share: 0.5", ""))
                .isInstanceOf(IllegalStateException.class);
    }
}
