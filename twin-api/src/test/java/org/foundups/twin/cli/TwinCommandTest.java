package org.foundups.twin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinCommandTest {
    private static final String ANSWER =
            "{\"consideration_id\":\"c1\",\"decision\":{\"action\":\"comment\",\"confidence\":0.83,"
                    + "\"reason\":\"Asked about garlic.\",\"suggested_text\":\"Two inches.\"}}";

    @TempDir Path directory;

    private final FakeTwin twin = new FakeTwin();
    private CommandRun.Setting setting = new CommandRun.Setting(Path.of("unset"));

    @BeforeEach
    void calls() {
        setting = new CommandRun.Setting(directory).calling(twin);
    }

    @AfterEach
    void ends() {
        twin.close();
    }

    @Test
    void sendsTextWithoutInventingAnId() {
        twin.on("POST /api/v1/consider", 200, ANSWER);
        var run =
                setting.run(
                        "consider", "--author", "Ana", "--thread", "Ben: Hi: you", "How", "deep?");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("COMMENT  83 % sure\nAsked about garlic.\n\n  ┃ Two inches.\n");
        var request = Value.parsed(twin.lastAsked().body());
        assertThat(request.text("target.text")).isEqualTo("How deep?");
        assertThat(request.at("target.target_id").node().isNull()).isTrue();
        assertThat(request.text("target.author.name")).isEqualTo("Ana");
        assertThat(request.items("target.thread").getFirst().text("author.name")).isEqualTo("Ben");
        assertThat(request.items("target.thread").getFirst().text("text")).isEqualTo("Hi: you");
        assertThat(twin.lastAsked().authorisation()).isEqualTo("Bearer twin_test");
    }

    @Test
    void readsTextThatBeginsWithAtOrDashAsText() throws IOException {
        twin.on("POST /api/v1/consider", 200, ANSWER);
        var at = "@" + Files.writeString(directory.resolve("ana"), "--nonsense");
        assertThat(setting.run("consider", at, "hello").status()).isZero();
        assertThat(Value.parsed(twin.lastAsked().body()).text("target.text"))
                .isEqualTo(at + " hello");
        assertThat(setting.run("consider", "--", "-1 from me").status()).isZero();
        assertThat(Value.parsed(twin.lastAsked().body()).text("target.text"))
                .isEqualTo("-1 from me");
    }

    @Test
    void readsTextFromStandardInput() {
        twin.on("POST /api/v1/consider", 200, ANSWER);
        assertThat(setting.reading("にんにく\n").run("consider", "-").status()).isZero();
        assertThat(Value.parsed(twin.lastAsked().body()).text("target.text")).isEqualTo("にんにく");
    }

    @Test
    void sendsARequestFileAsItIs() throws IOException {
        twin.on("POST /api/v1/consider", 200, ANSWER);
        var file =
                Files.writeString(
                        directory.resolve("a request.json"),
                        "{\"target\":{\"text\":\"x\"}, \"new\":1}");
        assertThat(setting.run("consider", "--file", file.toString()).status()).isZero();
        assertThat(twin.lastAsked().body()).isEqualTo("{\"target\":{\"text\":\"x\"}, \"new\":1}");
        Files.writeString(file, "{\n \"target\": oops }");
        var wrong = setting.run("consider", "--file", file.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.error()).contains("is not JSON: line 2");
    }

    @Test
    void givesProgramsTheAnswerAsItCame() {
        twin.on("POST /api/v1/consider", 200, ANSWER);
        assertThat(setting.onATerminal().run("consider", "--json", "x").out())
                .isEqualTo(ANSWER + "\n");
    }

    @Test
    void showsTheDraftOnATerminalWhileItIsWritten() {
        twin.on(
                "POST /api/v1/consider",
                200,
                """
                :hello

                event: stage
                data: {"stage":"screen","took_ms":1.5}

                event: token
                data: {"attempt":1,"text":"Two "}

                event: token
                data: {"attempt":1,"text":"inches"}

                event: token
                data: {"attempt":2,"text":"Again"}

                event: novelty
                data: {}

                event: result
                data: %s

                """
                        .formatted(ANSWER));
        var run = setting.onATerminal().run("consider", "How deep?");
        assertThat(run.status()).isZero();
        assertThat(twin.lastAsked().accept()).startsWith("text/event-stream");
        assertThat(run.out()).contains("screen 1.5 ms", "Two inches", "drafting, attempt 2…");
        // The last that is erased are the two lines of the draft; the card stands in their place.
        assertThat(run.out().substring(run.out().lastIndexOf("\033[2A\r\033[J")))
                .contains("COMMENT");
    }

    @Test
    void reportsAProblemInTheMiddleOfAStream() {
        twin.on(
                "POST /api/v1/consider",
                200,
                """
                event: stage
                data: {}

                event: problem
                data: {"status":503,"title":"Service Unavailable","detail":"Too much at once."}

                """);
        var run = setting.onATerminal().run("consider", "x");
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.error()).contains("Too much at once.");
    }

    @Test
    void reportsAConnectionThatBreaksInTheMiddle() {
        twin.on(
                "POST /api/v1/consider",
                exchange -> FakeTwin.hangUp(exchange, "event: stage\ndata: {}\n\n"));
        assertThat(setting.onATerminal().run("consider", "x").status()).isEqualTo(3);
        twin.on("GET /api/v1/status", exchange -> FakeTwin.hangUp(exchange, "{"));
        var run = setting.run("status");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.error()).contains("broke before the answer was complete");
    }

    @Test
    void reportsAStreamThatEndsWithoutAResult() {
        twin.on("POST /api/v1/consider", 200, "event: stage\ndata: {}\n\n");
        assertThat(setting.onATerminal().run("consider", "x").status()).isEqualTo(3);
    }

    @Test
    void saysHowToStartATwinThatDoesNotRun() {
        var run = new CommandRun.Setting(directory).run("consider", "x");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.error()).isEqualTo("✗ The twin is not running. Start it with ./twin up.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consider",
                "import",
                "consder x",
                "consider --nonsense x",
                "memory",
                "model path"
            })
    void endsWithTwoOnWrongUsage(String line) {
        var run = setting.run(line.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith("✗ ");
        assertThat(twin.asked()).isEmpty();
    }

    @Test
    void suggestsTheVerbThatWasMeant() {
        assertThat(setting.run("consder", "x").error())
                .contains("There is no \"consder\".", "Did you mean consider");
    }

    @Test
    void listsEveryMistakeOfARequestWithItsPlace() {
        twin.on(
                "POST /api/v1/consider",
                400,
                "{\"title\":\"Bad Request\",\"detail\":\"The request has mistakes.\",\"errors\":["
                        + "{\"pointer\":\"/target/platform\",\"code\":\"RANGE\",\"message\":\"It is one of three.\"},"
                        + "{\"pointer\":\"/persona\",\"code\":\"RANGE\",\"message\":\"There is none \\u001b[2J.\"}]}");
        var run = setting.run("consider", "x");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error())
                .isEqualTo(
                        """
                        ✗ Bad Request: The request has mistakes.
                          /target/platform  It is one of three.
                          /persona  There is none ␛[2J.
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void endsWithFourAndNamesTheKey(int status) {
        twin.on("POST /api/v1/consider", status, "{\"title\":\"No\",\"detail\":\"Not this key.\"}");
        var run = setting.run("consider", "x");
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.error()).contains("TWIN_KEY").doesNotContain("twin_test");
    }

    @Test
    void takesTheKeyFromTheDataDirectory() throws IOException {
        Files.writeString(directory.resolve("admin.key"), "twin_file\n");
        twin.on("GET /api/v1/keys", 200, "{\"items\":[]}");
        assertThat(setting.with("TWIN_KEY", "").run("keys", "list").status()).isZero();
        assertThat(twin.lastAsked().authorisation()).isEqualTo("Bearer twin_file");
    }

    @Test
    void saysWhichKeyFileIsMissing() {
        twin.on("GET /api/v1/keys", 401, "");
        var run = setting.with("TWIN_KEY", "").run("keys", "list");
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.error()).contains("admin.key");
        assertThat(twin.lastAsked().authorisation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void endsWithFiveAndSaysWhenToTryAgain(int status) {
        twin.on(
                "GET /api/v1/memory/stats",
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "7");
                    FakeTwin.answer(exchange, status, "{\"title\":\"Too much\"}");
                });
        var run = setting.run("memory", "stats");
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.error()).contains("Try again in 7 s.");
    }

    @Test
    void readsErrorsThatAreNoProblemDetails() {
        twin.on("GET /api/v1/memory/stats", 502, "<html>Bad gateway</html>");
        var run = setting.run("memory", "stats");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error()).contains("status 502").doesNotContain("html");
    }

    @Test
    void doesNotCarryTheKeyToAnotherAddress() {
        twin.on(
                "GET /api/v1/jobs",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    FakeTwin.answer(exchange, 302, "");
                });
        assertThat(setting.run("jobs", "list").status()).isEqualTo(1);
        assertThat(twin.asked()).hasSize(1);
    }

    @Test
    void keepsIdsInTheirPlaceInThePath() {
        setting.run("considerations", "show", "../keys?x=/1 2");
        assertThat(twin.lastAsked().path())
                .isEqualTo("/api/v1/considerations/..%2Fkeys%3Fx%3D%2F1%202");
    }

    @Test
    void endsWithOneAsLongAsTheTwinIsNotReady() {
        twin.on("GET /api/v1/status", 200, "{\"ready\":false}")
                .on("GET /api/v1/status", 200, "{\"ready\":true}");
        assertThat(setting.run("status").status()).isEqualTo(1);
        assertThat(setting.run("status").status()).isZero();
    }

    @Test
    void passesOnTrajectoriesLineByLineUpToTheLimit() {
        twin.on("GET /api/v1/trajectories/decisions", 200, "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
        assertThat(setting.run("trajectories", "decisions").out())
                .isEqualTo("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
        var run =
                setting.run(
                        "trajectories",
                        "decisions",
                        "--limit",
                        "2",
                        "--since",
                        "2026-11-20T10:00:00+09:00");
        assertThat(run.out()).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
        assertThat(twin.lastAsked().path()).endsWith("?since=2026-11-20T10%3A00%2B09%3A00&limit=2");
        assertThat(setting.run("trajectories", "decisions", "--since", "yesterday").status())
                .isEqualTo(2);
    }

    @Test
    void endsQuietlyWhenItsReaderGoes() {
        twin.on("GET /api/v1/trajectories/events", 200, "{\"a\":1}\n{\"a\":2}\n");
        var run = setting.into(new Failing("Broken pipe"), "trajectories", "events");
        assertThat(run.status()).isEqualTo(141);
        assertThat(run.error()).isEmpty();
    }

    @Test
    void saysWhenTheOutputCannotBeWritten() {
        twin.on("GET /api/v1/trajectories/events", 200, "{\"a\":1}\n");
        var run = setting.into(new Failing("No space left on device"), "trajectories", "events");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error()).contains("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consider",
                "considerations",
                "targets",
                "import",
                "memory",
                "jobs",
                "trajectories",
                "keys",
                "status",
                "model",
                "fetch"
            })
    void explainsEveryVerbWithAnExample(String verb) {
        var run = setting.run(verb, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: twin " + verb, "For example:\n  twin " + verb);
        assertThat(run.error()).isEmpty();
        assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
    }

    @Test
    void showsAFreshKeyOnceWithHowToTakeItBack() {
        twin.on(
                "POST /api/v1/keys",
                201,
                "{\"id\":\"k1\",\"name\":\"bot\",\"secret\":\"twin_fresh\"}");
        var run = setting.run("keys", "create", "--name", "bot", "--scope", "observe,engage");
        assertThat(run.out()).startsWith("twin_fresh\n").contains("./twin keys revoke k1");
        assertThat(twin.lastAsked().body())
                .isEqualTo("{\"name\":\"bot\",\"scopes\":[\"observe\",\"engage\"]}");
    }

    private static final class Failing extends OutputStream {
        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
