package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foundups.twin.api.Considering.Model;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryTest {
    @TempDir private static Path home;
    private static Model model;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        model = Model.saying("Radishes.");
        service = RunningService.on(home, model.server().url(), "--twin.sample=false");
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        model.close();
    }

    @Test
    void storesFindsAndForgetsDocuments() throws Exception {
        var stored =
                service.post(
                                "/api/v1/memory/documents",
                                """
                                [{"text": "I keep three goats, and the oldest is called Biscuit.",
                                  "source_id": "goat", "speaker": "012"},
                                 {"text": "", "source_id": "empty"}]
                                """)
                        .json();
        assertThat(stored.at("/items/0/state").stringValue())
                .as(stored.toString())
                .isEqualTo("stored");
        assertThat(stored.at("/items/1/state").stringValue()).isEqualTo("refused");
        assertThat(stored.at("/items/1/errors/0/pointer").stringValue()).isEqualTo("/1/text");

        var path = "/api/v1/memory/search?q=what+is+your+goat+called";
        var found = service.get(path).json();
        assertThat(found.at("/items/0/source_id").stringValue())
                .as(found.toString())
                .isEqualTo("goat");

        var id = stored.at("/items/0/id").stringValue();
        assertThat(service.delete("/api/v1/memory/documents/" + id).status()).isEqualTo(204);
        assertThat(service.delete("/api/v1/memory/documents/" + id).status()).isEqualTo(404);
        assertThat(service.get(path).json().get("items")).isEmpty();
    }

    @Test
    void importsWhatIsSoundAndNamesWhatIsNot() throws Exception {
        var file =
                """
                {"source_id":"a","text":"Compost needs air more than it needs recipes.","speaker":"012"}
                {"source_id":"b","text":
                not json at all
                {"source_id":"c","text":"I write prices on the box, so nobody has to ask.","speaker":"012"}
                """;

        var job = imported("rows.jsonl", file.getBytes(StandardCharsets.UTF_8));

        assertThat(job.get("state").stringValue()).as(job.toString()).isEqualTo("done");
        assertThat(job.get("failed").intValue()).isEqualTo(2);
        assertThat(job.at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(job.at("/errors/1/line").intValue()).isEqualTo(3);
        assertThat(service.get("/api/v1/memory/search?q=compost+air").json().get("items"))
                .isNotEmpty();

        var again = imported("rows.jsonl", file.getBytes(StandardCharsets.UTF_8));
        assertThat(again.get("skipped").intValue()).as(again.toString()).isEqualTo(2);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() throws Exception {
        var latin = "text\nK\u00fcrbis und R\u00fcben\n".getBytes(Charset.forName("windows-1252"));

        var encoding = imported("latin.csv", latin);
        var empty = imported("empty.csv", new byte[0]);

        assertThat(encoding.toString()).contains("UTF-8");
        assertThat(empty.get("message").stringValue()).isNotBlank();
    }

    @Test
    void importsOnlyFromTheImportDirectory() throws Exception {
        Files.createDirectories(home.resolve("imports"));
        Files.writeString(home.resolve("imports/mine.txt"), "My first shop was a card table.");

        assertThat(byPath("mine.txt")).isEqualTo(202);
        assertThat(byPath("../admin.key")).isEqualTo(400);
        assertThat(byPath("/etc/passwd")).isEqualTo(400);
        assertThat(byPath("absent.csv")).isEqualTo(400);
        assertThat(byPath("mine\\u0000.txt")).isEqualTo(400);
        Files.createSymbolicLink(home.resolve("imports/link.txt"), home.resolve("admin.key"));
        assertThat(byPath("link.txt")).isEqualTo(400);
    }

    @Test
    void rebuildsTheIndex() throws Exception {
        var job = service.finished(service.post("/api/v1/memory/rebuild", "").json());

        assertThat(job.get("state").stringValue()).as(job.toString()).isEqualTo("done");
        var stats = service.get("/api/v1/memory/stats").json();
        assertThat(stats.get("indexed").longValue() + stats.get("elsewhere").longValue())
                .isEqualTo(stats.get("documents").longValue());
    }

    private static final String VIDEO =
            """
            {"video_id": "%s", "indexer": "gemini", "metadata": {"content_category": "%s"},
             "audio": {"segments": [{"start": 3, "end": 9, "speaker": "%s",
               "text": "He keeps %s bees in seven hives behind the shed."}]}}
            """;

    @Test
    void letsAVideoGoWhereItIsOrdered() throws Exception {
        var file = VIDEO.formatted("heldVideo01", "other", "012", "carniolan");
        var job = imported("heldVideo01.json", file.getBytes(StandardCharsets.UTF_8));
        assertThat(job.get("message").stringValue()).contains("HOLD_FOR_REVIEW (no_category)");
        var search = "/api/v1/memory/search?q=carniolan+bees";
        assertThat(service.get(search).json().get("items")).isEmpty();
        var held = service.get("/api/v1/routes?route=hold_for_review").json();
        assertThat(held.at("/items/0/video_id").stringValue()).isEqualTo("heldVideo01");

        var ordered =
                service.put(
                        "/api/v1/routes/heldVideo01",
                        "{\"route\": \"TWIN_MEMORY\", \"note\": \"that is me\"}");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        assertThat(ordered.json().get("reason").stringValue()).isEqualTo("override");
        assertThat(ordered.json().get("ordered_by").stringValue()).isNotBlank();
        assertThat(service.get(search).json().at("/items/0/video_id").stringValue())
                .isEqualTo("heldVideo01");
        assertThat(service.get("/api/v1/routes/report").body()).contains("override");

        assertThat(service.put("/api/v1/routes/heldVideo01", "{\"route\": null}").status())
                .isEqualTo(200);
        assertThat(service.get(search).json().get("items")).isEmpty();
        assertThat(service.put("/api/v1/routes/nobody", "{\"route\": null}").status())
                .isEqualTo(404);
        assertThat(service.put("/api/v1/routes/heldVideo01", "{}").status()).isEqualTo(400);
        assertThat(service.put("/api/v1/routes/heldVideo01", "{\"route\": \"MARS\"}").status())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/routes?route=MARS").status()).isEqualTo(400);
    }

    @Test
    void saysWhereAnItemWouldGoAndStoresNothing() throws Exception {
        var item = VIDEO.formatted("askedVideo1", "personal_vlog", "012", "quiet");
        var route = service.post("/api/v1/routes", item).json();
        assertThat(route.get("route").stringValue()).as(route.toString()).isEqualTo("TWIN_MEMORY");
        assertThat(route.get("evidence")).isNotEmpty();
        assertThat(service.post("/api/v1/routes?channel=antifafm", item).body())
                .contains("MUSIC_PIPELINE");
        assertThat(service.post("/api/v1/routes", "{\"video_id\": ").body()).contains("unreadable");
        assertThat(service.get("/api/v1/routes").body()).doesNotContain("askedVideo1");
    }

    @Test
    void readsAnArchiveAndSaysWhatADryRunWouldStore() throws Exception {
        var zipped = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(zipped)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("talks/dQw4w9WgXcQ.en.srt"));
            zip.write(
                    "1\n00:00:01,000 --> 00:00:04,000\nThe wasps took the plums.\n"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("../evil.txt"));
            zip.write("never".getBytes(StandardCharsets.UTF_8));
        }
        var search = "/api/v1/memory/search?q=wasps+plums";
        var tried =
                service.finished(
                        service.upload(
                                        "/api/v1/memory/imports?dry_run=true",
                                        "a.zip",
                                        zipped.toByteArray())
                                .json());
        assertThat(tried.get("message").stringValue()).contains("Nothing was stored", "1 stored");
        assertThat(service.get(search).json().get("items")).isEmpty();

        var job = imported("a.zip", zipped.toByteArray());
        assertThat(job.get("failed").intValue()).isEqualTo(1);
        assertThat(job.at("/errors/0/reason").stringValue()).startsWith("../evil.txt: ");
        var hit = service.get(search).json().at("/items/0");
        assertThat(hit.get("video_id").stringValue()).isEqualTo("dQw4w9WgXcQ");
        assertThat(hit.get("start_s").doubleValue()).isEqualTo(1);
        assertThat(hit.get("source_file").stringValue()).isEqualTo("talks/dQw4w9WgXcQ.en.srt");
        assertThat(hit.get("by_creator").booleanValue()).isFalse();
    }

    @Test
    void refusesSearchesThatCannotBe() throws Exception {
        for (var query :
                java.util.List.of(
                        "",
                        "?q=x&k=0",
                        "?q=x&k=201",
                        "?q=x&k=many",
                        "?q=x&min_score=2",
                        "?q=x&source_type=song",
                        "?q=x&persona=nobody")) {
            var answer = service.get("/api/v1/memory/search" + query);
            assertThat(answer.status()).as(query + answer.body()).isEqualTo(400);
        }
    }

    private static int byPath(String path) throws Exception {
        return service.post("/api/v1/memory/imports", "{\"path\": \"" + path + "\"}").status();
    }

    private static tools.jackson.databind.JsonNode imported(String name, byte[] content)
            throws Exception {
        var accepted = service.upload("/api/v1/memory/imports", name, content);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return service.finished(accepted.json());
    }

    private static java.util.List<Path> uploads() throws IOException {
        var folder = home.resolve("imports/uploads");
        if (!Files.exists(folder)) return java.util.List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("rows.jsonl")).toList();
        }
    }
}
