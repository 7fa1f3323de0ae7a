package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String RUNNING =
            "{\"job_id\":\"j1\",\"kind\":\"memory-import\",\"state\":\"running\",\"done\":1,\"total\":4,\"failed\":0}";
    private static final String DONE =
            """
            {"job_id": "j1", "state": "done", "done": 4, "total": 4, "failed": 12,
             "message": "4 rows (csv, UTF-8): 3 stored, 0 unchanged, 12 refused.",
             "errors": [{"line": 7, "reason": "It has no text."}, {"line": null, "reason": "Strange."}]}
            """;

    @TempDir Path directory;

    private final FakeTwin twin = new FakeTwin();

    @AfterEach
    void ends() {
        twin.close();
    }

    @Test
    void sendsTheFileAndFollowsItsJobToTheEnd() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, RUNNING)
                .on("GET /api/v1/jobs/j1", 200, RUNNING)
                .on("GET /api/v1/jobs/j1", 200, DONE);
        var file = Files.writeString(directory.resolve("my \"own\" ö.csv"), "text\nにんにく\n");
        var run = setting().run("import", file.toString(), "--speaker", "012", "--type", "note");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "3 stored, 0 unchanged, 12 refused.",
                        "line 7        It has no text.",
                        "… and 10 more");
        var sent = twin.asked().getFirst();
        var boundary = sent.type().substring(sent.type().indexOf("boundary=") + 9);
        assertThat(sent.body().replace("--" + boundary, "--*").replace("\r\n", "\n"))
                .isEqualTo(
                        """
                        --*
                        Content-Disposition: form-data; name="speaker"

                        012
                        --*
                        Content-Disposition: form-data; name="source_type"

                        note
                        --*
                        Content-Disposition: form-data; name="file"; filename="my _own_ ö.csv"
                        Content-Type: application/octet-stream

                        text
                        にんにく

                        --*--
                        """);
        assertThat(sent.body().replace("\r\n", "").replace("text\nにんにく\n", ""))
                .doesNotContain("\n");
    }

    @Test
    void endsWithOneIfTheJobFails() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, RUNNING)
                .on(
                        "GET /api/v1/jobs/j1",
                        200,
                        "{\"state\":\"failed\",\"message\":\"It is no text at all.\"}");
        var run =
                setting()
                        .run(
                                "import",
                                Files.writeString(directory.resolve("a.csv"), "x").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("It is no text at all.");
    }

    @Test
    void waitsOutAServiceThatIsRestarted() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, RUNNING)
                .on("GET /api/v1/jobs/j1", exchange -> FakeTwin.hangUp(exchange, "{"))
                .on("GET /api/v1/jobs/j1", 503, "{}")
                .on("GET /api/v1/jobs/j1", 200, DONE);
        var file = Files.writeString(directory.resolve("a.csv"), "x");
        assertThat(setting().run("import", file.toString()).status()).isZero();
    }

    @Test
    void returnsAtOnceIfAsked() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, RUNNING);
        var file = Files.writeString(directory.resolve("a.csv"), "x");
        assertThat(setting().run("import", "--no-wait", file.toString()).status()).isZero();
        assertThat(twin.asked()).hasSize(1);
    }

    @Test
    void waitsIfAsked() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, RUNNING).on("GET /api/v1/jobs/j1", 200, DONE);
        var file = Files.writeString(directory.resolve("a.csv"), "x");
        assertThat(setting().run("import", "--wait", file.toString()).out()).contains("3 stored");
    }

    @Test
    void givesProgramsOneJobALine() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, DONE);
        var first = Files.writeString(directory.resolve("a.csv"), "x").toString();
        var run = setting().run("import", "--json", first, first);
        assertThat(run.out().lines())
                .hasSize(2)
                .allMatch(line -> Value.parsed(line).text("job_id").equals("j1"));
    }

    @Test
    void packsADirectoryWithItsFolders() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, DONE);
        for (var name : new String[] {"b.jsonl", "a.CSV", "picture.png", "c.md"}) {
            Files.writeString(directory.resolve(name), "x");
        }
        Files.writeString(Files.createDirectory(directory.resolve("below")).resolve("v.json"), "x");
        assertThat(setting().run("import", directory.toString()).status()).isZero();
        var name = directory.getFileName();
        assertThat(twin.asked())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body())
                                .contains("filename=\"" + name + ".zip\"")
                                .containsSubsequence(
                                        name + "/a.CSV",
                                        name + "/b.jsonl",
                                        name + "/below/v.json",
                                        name + "/c.md")
                                .doesNotContain("picture.png"));
    }

    @Test
    void asksForADryRunAndNamesTheChannel() throws IOException {
        twin.on("POST /api/v1/memory/imports", 202, DONE);
        var file = Files.writeString(directory.resolve("a.srt"), "x").toString();
        setting().run("import", "--dry-run", "--channel", "undaodu", "--as", "srt", file);
        assertThat(twin.asked().getFirst().body().replace("\r\n", "\n"))
                .contains(
                        "name=\"dry_run\"\n\ntrue",
                        "name=\"channel\"\n\nundaodu",
                        "name=\"format\"\n\nsrt");
    }

    @Test
    void refusesWhatIsNeitherFileNorDirectory() {
        var run = setting().run("import", directory.resolve("absent.csv").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(twin.asked()).isEmpty();
    }

    private CommandRun.Setting setting() {
        return new CommandRun.Setting(directory.resolve("home")).calling(twin);
    }
}
