package org.foundups.twin.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.trajectory.Kind;
import org.foundups.twin.trajectory.StoredEvent;
import org.foundups.twin.trajectory.TrajectoryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// What was recorded, page by page or as it happens.
@RestController
@RequestMapping("/api/v1")
final class TrajectoriesController {
    /// Where the next page begins; absent on the last one.
    static final String NEXT = "Next-Cursor";

    private static final int BATCH = 200;
    private static final long POLL_MILLIS = 500;
    private static final int QUIET_POLLS = 30;

    private final TrajectoryReader reader;
    private final EventStreams streams;

    TrajectoriesController(TrajectoryReader reader, EventStreams streams) {
        this.reader = reader;
        this.streams = streams;
    }

    /// One kind in order, one JSON object a line. Without `limit` everything from the cursor on.
    @GetMapping(path = "/trajectories/{kind}", produces = "application/x-ndjson")
    ResponseEntity<StreamingResponseBody> lines(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var wanted =
                Kind.of(kind)
                        .orElseThrow(() ->
                                new TwinException(
                                        TwinException.Code.NOT_FOUND,
                                        "There are the trajectories drafts, decisions, actions and"
                                                + " events."));
        var from = instant("since", since);
        var to = instant("until", until);
        var after = cursor == null ? 0 : number(Page.position(cursor));
        if (limit == null) return whole(wanted, from, to, after);
        var size = Page.limit(limit);
        var found = reader.page(wanted, after, from, to, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON);
        if (found.size() > size) {
            answer.header(NEXT, Page.cursor(Long.toString(shown.getLast().seq())));
        }
        return answer.body(out -> write(shown, out));
    }

    private ResponseEntity<StreamingResponseBody> whole(
            Kind kind, @Nullable Instant since, @Nullable Instant until, long after) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> {
                    var at = after;
                    var page = reader.page(kind, at, since, until, BATCH);
                    while (!page.isEmpty()) {
                        write(page, out);
                        at = page.getLast().seq();
                        page = reader.page(kind, at, since, until, BATCH);
                    }
                });
    }

    private static void write(List<StoredEvent> events, OutputStream out) throws IOException {
        for (var event : events) {
            out.write((event.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /// Everything that is recorded from now on, or from where a client left off.
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen) {
        var after = seen == null ? reader.last() : number(seen);
        return streams.open(stream -> {
            var at = after;
            var quiet = 0;
            while (true) {
                var batch = reader.after(at, BATCH);
                for (var event : batch) {
                    stream.sendLine(event.kind().id(), Long.toString(event.seq()), event.line());
                    at = event.seq();
                }
                quiet = batch.isEmpty() ? quiet + 1 : 0;
                if (quiet % QUIET_POLLS == 1) stream.keepAlive();
                if (batch.size() < BATCH) stream.pause(POLL_MILLIS);
            }
        });
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw Invalid.at(
                    "/" + name,
                    "FORMAT",
                    "A time is RFC 3339 with an offset, e.g. 2026-11-20T10:00:00+09:00.");
        }
    }

    private static long number(String position) {
        try {
            return Math.max(0, Long.parseLong(position));
        } catch (NumberFormatException foreign) {
            throw Invalid.at(
                    "/cursor", "FORMAT", "It is no cursor of this list; leave it out to begin.");
        }
    }
}
