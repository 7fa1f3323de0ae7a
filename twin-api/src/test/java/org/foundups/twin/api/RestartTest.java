package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.foundups.twin.api.Considering.Model;
import org.foundups.twin.api.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {
    @TempDir private Path home;

    @Test
    void keepsEverythingOverARestart() throws Exception {
        try (var model = Model.saying("Radishes, behind the shed.")) {
            var question = Considering.question();
            var sibling =
                    question.replaceFirst(
                            "comment-(\\d+)\", \"parent_id\": null",
                            "later-$1\", \"parent_id\": \"comment-$1\"");
            String key;
            String id;
            try (var service = RunningService.on(home, model.server().url())) {
                key = service.key();
                var json = service.post("/api/v1/consider", question).json();
                assertThat(json.at("/decision/action").stringValue()).isEqualTo("comment");
                id = json.get("consideration_id").stringValue();
            }
            // The index may be lost at any time.
            try (var files = Files.walk(home.resolve("index"))) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            try (var service = RunningService.on(home, model.server().url())) {
                assertThat(service.key()).isEqualTo(key);
                assertThat(service.get("/api/v1/considerations/" + id).status()).isEqualTo(200);
                var json = service.post("/api/v1/consider", sibling).json();
                assertThat(json.at("/decision/action").stringValue()).isEqualTo("like");
                var stats = service.get("/api/v1/memory/stats").json();
                assertThat(stats.get("indexed")).isEqualTo(stats.get("documents"));
                assertThat(stats.get("documents").intValue()).isGreaterThan(150);
            }
        }
    }

    @Test
    void comesBackWhenTheDatabaseIsKilled() throws Exception {
        try (var model = Model.saying("Radishes, behind the shed.");
                var service =
                        RunningService.on(home, model.server().url(), "--twin.sample=false")) {
            var before = service.post("/api/v1/consider", Considering.question()).json();
            var pid = Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst();
            var database = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();

            database.descendants().forEach(ProcessHandle::destroyForcibly);
            database.destroyForcibly();
            database.onExit().join();
            while (service.bean(EmbeddedDatabase.class).restarts() == 0) Thread.onSpinWait();

            var id = before.get("consideration_id").stringValue();
            var kept = service.get("/api/v1/considerations/" + id);
            while (kept.status() == 503) kept = service.get("/api/v1/considerations/" + id);
            assertThat(kept.status()).as(kept.body()).isEqualTo(200);
            assertThat(service.post("/api/v1/consider", Considering.question()).status())
                    .isEqualTo(200);
        }
    }
}
