package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.FakeModelServer.delta;
import static org.foundups.twin.testing.FakeModelServer.forever;
import static org.foundups.twin.testing.FakeModelServer.head;
import static org.foundups.twin.testing.FakeModelServer.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foundups.twin.api.Considering.Model;
import org.foundups.twin.trajectory.Relay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsiderTest {
    private static final String SAID = "Radishes, behind the shed. Most of them came up.";

    @TempDir private static Path home;
    private static Model model;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        model = Model.saying(SAID);
        service =
                RunningService.on(
                        home,
                        model.server().url(),
                        "--twin.drafter.first-token-within=700ms",
                        "--twin.drafter.next-token-within=700ms");
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        model.close();
    }

    @BeforeEach
    void modelIsWell() {
        model.now(Considering.says(SAID));
    }

    @Test
    void answersAQuestionFromTheSampleMemory() throws Exception {
        var answer = service.post("/api/v1/consider", Considering.question());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.at("/decision/action").stringValue())
                .as(answer.body())
                .isEqualTo("comment");
        assertThat(json.at("/decision/suggested_text").stringValue()).isEqualTo(SAID);
        assertThat(json.at("/decision/requires_approval").booleanValue()).isTrue();
        assertThat(json.at("/draft/retrieved_snippets")).isNotEmpty();
        assertThat(json.at("/draft/generator/cached_tokens").intValue()).isEqualTo(380);
        assertThat(json.at("/draft/content_hash").stringValue()).startsWith("sha256:");
        assertThat(json.at("/timings_ms/total").doubleValue()).isPositive();
    }

    @Test
    void keepsWhatWasConsidered() throws Exception {
        var answer = service.post("/api/v1/consider", Considering.question());

        var id = answer.json().get("consideration_id").stringValue();
        var kept = service.get("/api/v1/considerations/" + id);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json()).isEqualTo(answer.json());
        assertThat(service.get("/api/v1/considerations/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/considerations/nonsense").status()).isEqualTo(404);
    }

    @Test
    void writesEveryConsiderationToTheTrajectories() throws Exception {
        var json = service.post("/api/v1/consider", Considering.question()).json();
        var trace = json.get("trace_id").stringValue();

        var drafts = service.get("/api/v1/trajectories/drafts").body();
        var decisions = service.get("/api/v1/trajectories/decisions").body();
        assertThat(drafts.lines()).filteredOn(line -> line.contains(trace)).hasSize(1);
        assertThat(decisions.lines()).filteredOn(line -> line.contains(trace)).hasSize(1);
        var relay = service.bean(Relay.class);
        while (relay.lag() > 0) Thread.onSpinWait();
        var file = Files.readString(home.resolve("trajectories/decisions.jsonl"));
        assertThat(file.lines()).filteredOn(line -> line.contains(trace)).hasSize(1);
    }

    @Test
    void streamsStagesTokensAndTheResult() throws Exception {
        var answer =
                service.post(
                        "/api/v1/consider", Considering.question(), "Accept", "text/event-stream");

        assertThat(answer.body().lines())
                .contains("event:stage", "event:token", "event:result")
                .anyMatch(line -> line.contains("\"stage\":\"recall\""));
        var last = answer.body().substring(answer.body().lastIndexOf("data:") + 5);
        assertThat(RunningService.json(last).at("/decision/action").stringValue())
                .isEqualTo("comment");
    }

    @Test
    void holdsWithoutTextWhenTheModelIsBroken() throws Exception {
        holds((request, out) -> {
            throw new IOException("dead");
        });
        holds((request, out) -> forever());
        holds((request, out) -> {
            head(out, 200, "text/event-stream");
            send(out, delta("I was going to say"));
        });
        holds((request, out) -> {
            head(out, 200, "text/event-stream");
            send(out, delta("I was going to say"));
            forever();
        });
        holds((request, out) -> send(out, "\u0000\u0001 garbage \n\n\n"));
        holds((request, out) -> {
            head(out, 500, "application/json");
            send(out, "{\"error\":{\"message\":\"CUDA is out of memory\"}}");
        });
        modelIsWell();
        var well = service.post("/api/v1/consider", Considering.question()).json();
        assertThat(well.at("/decision/action").stringValue()).isEqualTo("comment");
    }

    private static void holds(org.foundups.twin.testing.FakeModelServer.Script script)
            throws Exception {
        model.now(script);
        var answer = service.post("/api/v1/consider", Considering.question());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.at("/decision/action").stringValue()).as(answer.body()).isEqualTo("hold");
        assertThat(json.at("/decision/suggested_text").isNull()).isTrue();
        assertThat(json.get("draft").isNull()).isTrue();
        assertThat(json.at("/abstained/reason").stringValue()).isNotBlank();
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void holdsADraftThatCannotBeMended() throws Exception {
        model.now(
                Considering.says(
                        "As an AI language model, I cannot answer. Visit http://evil.example"));

        var json = service.post("/api/v1/consider", Considering.question()).json();

        assertThat(json.at("/decision/action").stringValue()).isEqualTo("hold");
        assertThat(json.at("/decision/suggested_text").isNull()).isTrue();
        assertThat(json.at("/draft/guardrail/verdict").stringValue()).isIn("flagged", "blocked");
        assertThat(json.at("/draft/guardrail/violations")).isNotEmpty();
    }

    @Test
    void restsTheThreadAfterAComment() throws Exception {
        var question = Considering.question();
        var first = service.post("/api/v1/consider", question).json();
        var other =
                question.replaceFirst(
                        "comment-(\\d+)\", \"parent_id\": null",
                        "other-$1\", \"parent_id\": \"comment-$1\"");

        var second = service.post("/api/v1/consider", other).json();

        assertThat(first.at("/decision/action").stringValue()).isEqualTo("comment");
        assertThat(second.at("/decision/action").stringValue()).isEqualTo("like");
        assertThat(second.at("/decision/cooldown_until").isNull()).isFalse();
    }

    @Test
    void letsOneOfManyCommentInAThread() throws Exception {
        var question = Considering.question();
        var requests =
                IntStream.range(0, 8)
                        .mapToObj(number ->
                                question.replaceFirst(
                                                "comment-(\\d+)\", \"parent_id\": null",
                                                "racer-"
                                                        + number
                                                        + "-$1\", \"parent_id\": \"root-$1\"")
                                        .replaceFirst("UCviewer", "UCracer" + number))
                        .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var actions =
                    requests.stream()
                            .map(request ->
                                    pool.submit(() -> service.post("/api/v1/consider", request)))
                            .toList()
                            .stream()
                            .map(future -> {
                                try {
                                    return future.get().json().at("/decision/action").stringValue();
                                } catch (Exception failed) {
                                    throw new IllegalStateException(failed);
                                }
                            })
                            .toList();
            assertThat(actions).filteredOn("comment"::equals).hasSize(1);
            assertThat(actions).filteredOn("like"::equals).hasSize(7);
        }
    }

    @Test
    void reportsEveryMistakeAtOnce() throws Exception {
        var answer =
                service.post(
                        "/api/v1/consider",
                        """
                        {"target": {"platform": "myspace", "kind": "comment", "text": 7,
                          "published_at": "2026-11-20T10:00:00", "surprise": true},
                         "constraints": {"max_chars": 0}}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().get("code").stringValue()).isEqualTo("VALIDATION");
        assertThat(
                        answer.json()
                                .get("errors")
                                .valueStream()
                                .map(error -> error.get("pointer").stringValue()))
                .contains(
                        "/target/platform",
                        "/target/account_id",
                        "/target/author",
                        "/target/text",
                        "/target/published_at",
                        "/target/surprise",
                        "/constraints/max_chars");
    }

    @Test
    void survivesHostileBodies() throws Exception {
        assertThat(service.post("/api/v1/consider", "").status()).isEqualTo(400);
        assertThat(service.post("/api/v1/consider", "[1,2").status()).isEqualTo(400);
        assertThat(service.post("/api/v1/consider", "null").status()).isEqualTo(400);
        assertThat(service.post("/api/v1/consider", "[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(service.post("/api/v1/consider", "x".repeat(2_000_000)).status()).isEqualTo(413);
        var nul = Considering.question("zero \\u0000 byte, and half an emoji \\ud83d?");
        assertThat(service.post("/api/v1/consider", nul).status()).isIn(200, 400);
    }

    @Test
    void storesTargetsWithoutConsideringThem() throws Exception {
        var target = RunningService.json(Considering.question()).get("target").toString();

        var first = service.put("/api/v1/targets", target);
        var second = service.put("/api/v1/targets", target);
        var edited = service.put("/api/v1/targets", target.replace("planted", "sowed"));

        assertThat(first.json().get("first_seen").booleanValue()).as(first.body()).isTrue();
        assertThat(second.json().get("first_seen").booleanValue()).isFalse();
        assertThat(second.json().get("target_ref")).isEqualTo(first.json().get("target_ref"));
        assertThat(edited.json().get("changed_since_last").booleanValue()).isTrue();
        var batch = service.post("/api/v1/targets/batch", "[" + target + "," + target + "]");
        assertThat(batch.json().get("items")).hasSize(2);
    }

    @Test
    void repeatsAnAnswerUnderTheSameIdempotencyKey() throws Exception {
        var question = Considering.question();
        var first = service.post("/api/v1/consider", question, "Idempotency-Key", "once");
        var again = service.post("/api/v1/consider", question, "Idempotency-Key", "once");
        var other =
                service.post("/api/v1/consider", Considering.question(), "Idempotency-Key", "once");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").stringValue()).isEqualTo("IDEMPOTENCY_MISMATCH");
    }
}
