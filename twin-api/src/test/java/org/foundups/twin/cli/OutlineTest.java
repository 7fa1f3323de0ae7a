package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Settings SETTINGS =
            new Settings(
                    URI.create("http://127.0.0.1:8012"),
                    null,
                    Path.of("h"),
                    Path.of("c"),
                    Path.of("k"),
                    null);

    @Test
    void saysNamesAndUnitsInWords() {
        var page = new Page(80);
        Outline.show(
                page,
                Value.parsed(
                        """
                        {"load_ms": 1240, "eta_s": 75, "rate_per_s": 12.34, "present_bytes": 98362432, "pid": 12345,
                         "sha256": "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
                         "is_own": false, "tags": ["a", "b"], "nothing": null, "empty": {}}
                        """));
        assertThat(plain(page))
                .containsExactly(
                        "  load           1.2 s",
                        "  eta            1 min 15 s",
                        "  rate per s     12",
                        "  present bytes  98.4 MB",
                        "  pid            12345",
                        "  sha256         cc324af070c2…",
                        "  is own         no",
                        "  tags           a, b");
    }

    @Test
    void showsTheStatusWhateverIsInIt() {
        var page = new Page(80);
        var status =
                Value.parsed(
                        """
                        {"version": "0.1.0", "started_at": "2026-11-24T10:00:00Z", "ready": true, "persona": "012",
                         "model": {"source": "embedded", "state": "ready", "load_ms": 900, "last_failure": null},
                         "memory": {"documents": 1234, "by_source_type": {"comment": 1200, "note": 34}},
                         "relay": {"up": false, "lag": 3}, "robots": {"up": true}}
                        """);
        StatusCommand.show(page, status, SETTINGS, Instant.parse("2026-11-24T12:13:00Z"));
        assertThat(plain(page))
                .containsExactly(
                        "Digital Twin 0.1.0  ready  up for 2 h 13 min  persona 012",
                        "http://127.0.0.1:8012",
                        "",
                        "  model   source embedded · ready · load 900 ms",
                        "  memory  documents 1,234 · by source type: comment 1,200, note 34",
                        "  relay   down · lag 3",
                        "  robots  up");
        assertThat(page.lines().get(5).runs().getLast().ink()).isEqualTo(Ink.BAD);
    }

    private static List<String> plain(Page page) {
        return page.lines().stream().map(Line::plain).toList();
    }
}
