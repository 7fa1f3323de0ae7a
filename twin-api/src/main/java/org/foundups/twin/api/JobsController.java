package org.foundups.twin.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.foundups.twin.api.jobs.Job;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Long work, shown and steered.
@RestController
@RequestMapping("/api/v1/jobs")
final class JobsController {
    private static final long POLL_MILLIS = 300;

    private final Jobs jobs;
    private final InstantSource clock;
    private final EventStreams streams;

    JobsController(Jobs jobs, InstantSource clock, EventStreams streams) {
        this.jobs = jobs;
        this.clock = clock;
        this.streams = streams;
    }

    @GetMapping
    Page<JobView> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before =
                cursor == null ? clock.instant().plusSeconds(1) : instant(Page.position(cursor));
        var size = Page.limit(limit);
        var now = clock.instant();
        return Page.of(
                jobs.before(before, size + 1),
                size,
                job -> JobView.of(job, now),
                job -> job.createdAt().toString());
    }

    @GetMapping("/{id}")
    JobView show(@PathVariable String id) {
        return JobView.of(required(Ids.read(id)), clock.instant());
    }

    /// Streams the job until it is over; an event whenever something changed.
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        var job = required(Ids.read(id));
        return streams.open(stream -> {
            JobView last = null;
            while (true) {
                var now = required(job.id());
                var view = JobView.of(now, now.endedAt() == null ? clock.instant() : now.endedAt());
                if (!view.equals(last)) stream.send("job", null, view);
                last = view;
                if (now.state().over()) return;
                stream.pause(POLL_MILLIS);
            }
        });
    }

    @PostMapping("/{id}/pause")
    JobView pause(@PathVariable String id) {
        return JobView.of(jobs.pause(Ids.read(id)), clock.instant());
    }

    @PostMapping("/{id}/resume")
    JobView resume(@PathVariable String id) {
        return JobView.of(jobs.resume(Ids.read(id)), clock.instant());
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(@PathVariable String id) {
        return JobView.of(jobs.cancel(Ids.read(id)), clock.instant());
    }

    private Job required(UUID id) {
        return jobs.find(id)
                .orElseThrow(() ->
                        new TwinException(TwinException.Code.NOT_FOUND, "There is no such job."));
    }

    private static Instant instant(String position) {
        try {
            return Instant.parse(position);
        } catch (DateTimeParseException foreign) {
            throw Invalid.at(
                    "/cursor",
                    "FORMAT",
                    "It is no cursor of this list; leave it out to begin anew.");
        }
    }
}
