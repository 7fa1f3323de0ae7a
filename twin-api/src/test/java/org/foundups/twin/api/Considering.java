package org.foundups.twin.api;

import static org.foundups.twin.testing.FakeModelServer.DONE;
import static org.foundups.twin.testing.FakeModelServer.delta;
import static org.foundups.twin.testing.FakeModelServer.finish;
import static org.foundups.twin.testing.FakeModelServer.head;
import static org.foundups.twin.testing.FakeModelServer.send;
import static org.foundups.twin.testing.FakeModelServer.usage;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.foundups.twin.testing.FakeModelServer;

/// What the tests of the service have in common: requests, and a model that does as it is told.
final class Considering {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Considering() {}

    /// A model server whose behaviour can be changed while it runs.
    record Model(FakeModelServer server, AtomicReference<FakeModelServer.Script> script)
            implements AutoCloseable {
        static Model saying(String text) throws IOException {
            var script = new AtomicReference<FakeModelServer.Script>(says(text));
            return new Model(
                    FakeModelServer.answering((request, out) -> script.get().answer(request, out)),
                    script);
        }

        void now(FakeModelServer.Script next) {
            script.set(next);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    static FakeModelServer.Script says(String text) {
        return (request, out) -> {
            if (request.line().startsWith("GET")) {
                head(out, 200, "application/json");
                send(out, "{\"data\":[{\"id\":\"fake-1\"}]}");
                return;
            }
            head(out, 200, "text/event-stream");
            for (var word : text.split("(?<= )", -1)) send(out, delta(word));
            send(out, finish("stop") + usage(400, 380, 12) + DONE);
        };
    }

    /// A comment nobody has seen before, asking what the sample memory knows.
    static String question(String text) {
        var number = COUNT.incrementAndGet();
        return """
        {"target": {"platform": "youtube", "account_id": "UCaccount", "kind": "comment",
          "target_id": "comment-%d", "parent_id": null, "container_id": "video-%d",
          "author": {"id": "UCviewer%d", "name": "A viewer", "roles": []},
          "text": "%s", "thread": []}}
        """
                .formatted(number, number, number, text);
    }

    /// One the sample memory answers.
    static String question() {
        return question("What was the first thing you ever planted?");
    }
}
