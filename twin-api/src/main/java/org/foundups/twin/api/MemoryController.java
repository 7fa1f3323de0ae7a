package org.foundups.twin.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.MemorySearch;
import org.foundups.twin.rag.MemoryStats;
import org.foundups.twin.rag.SourceType;
import org.foundups.twin.rag.StoreResult;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.files.MemoryDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What the creator has said: stored, found, forgotten.
@RestController
@RequestMapping("/api/v1/memory")
final class MemoryController {
    private static final int BATCH = 500;
    private static final int QUERY = 2_000;

    private final VoiceMemory memory;
    private final PersonaFiles personas;
    private final Jobs jobs;
    private final InstantSource clock;

    MemoryController(VoiceMemory memory, PersonaFiles personas, Jobs jobs, InstantSource clock) {
        this.memory = memory;
        this.personas = personas;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// @param state stored, unchanged or refused
    /// @param id null if it was refused
    /// @param errors why it was refused; empty otherwise
    record StoredView(String state, @Nullable UUID id, List<Violation> errors) {}

    record StoredList(List<StoredView> items) {}

    record HitList(List<HitView> items) {}

    /// Each document is stored or refused by itself; one mistake does not refuse the others.
    @PostMapping("/documents")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Bodies.Document.class))))
    StoredList store(
            @RequestBody JsonNode body, @RequestParam(required = false) @Nullable String persona) {
        var documents = Fields.readAll(body, BATCH, MemoryController::document);
        var results = memory.store(personas.orStandard(persona).id(), documents);
        var views = new ArrayList<StoredView>();
        for (var index = 0; index < results.size(); index++) {
            views.add(view(results.get(index), "/" + index));
        }
        return new StoredList(views);
    }

    private static StoredView view(StoreResult result, String at) {
        return switch (result) {
            case StoreResult.Stored stored -> new StoredView("stored", stored.id(), List.of());
            case StoreResult.Unchanged known -> new StoredView("unchanged", known.id(), List.of());
            case StoreResult.Refused refused ->
                    new StoredView(
                            "refused",
                            null,
                            refused.violations().stream()
                                    .map(wrong ->
                                            new Violation(
                                                    at + wrong.pointer(), "RANGE", wrong.message()))
                                    .toList());
        };
    }

    /// Types are checked here; what the values may be, the memory says of each document.
    private static Supplier<MemoryDocument> document(Fields fields) {
        var text = fields.text("text", 100_000);
        var inReplyTo = fields.optionalText("in_reply_to", 100_000);
        var sourceId = fields.optionalText("source_id", 1_000);
        var sourceType = fields.optionalText("source_type", 100);
        var videoId = fields.optionalText("video_id", 1_000);
        var videoTitle = fields.optionalText("video_title", 1_000);
        var start = fields.seconds("start_s");
        var end = fields.seconds("end_s");
        var url = fields.optionalText("url", 4_000);
        var speaker = fields.optionalText("speaker", 1_000);
        var provenance = fields.optionalText("provenance", 100);
        var createdAt = fields.optionalText("created_at", 100);
        var tags = fields.texts("tags", 100, 1_000);
        var platform = fields.optionalText("platform", 100);
        var channel = fields.optionalText("channel", 1_000);
        return () ->
                new MemoryDocument(
                        text,
                        inReplyTo,
                        sourceId,
                        sourceType,
                        videoId,
                        videoTitle,
                        start,
                        end,
                        url,
                        speaker,
                        provenance,
                        createdAt,
                        tags,
                        platform,
                        channel,
                        null);
    }

    @GetMapping("/search")
    HitList search(
            @RequestParam String q,
            @RequestParam(defaultValue = "10") int k,
            @RequestParam(name = "source_type", required = false)
                    @Nullable List<String> sourceTypes,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(name = "min_score", required = false) @Nullable Double minimumScore,
            @RequestParam(required = false) @Nullable String persona) {
        if (q.length() > QUERY) {
            throw Invalid.at("/q", "RANGE", "At most " + QUERY + " characters are searched for.");
        }
        if (k < 1 || k > Page.MOST) throw Invalid.at("/k", "RANGE", "k is 1 to 200.");
        if (minimumScore != null && !(minimumScore >= 0 && minimumScore <= 1)) {
            throw Invalid.at("/min_score", "RANGE", "min_score is 0 to 1.");
        }
        var wanted =
                new MemorySearch(
                        personas.orStandard(persona).id(),
                        q,
                        k,
                        types(sourceTypes),
                        channel,
                        minimumScore);
        return new HitList(memory.search(wanted).stream().map(HitView::of).toList());
    }

    private static Set<SourceType> types(@Nullable List<String> names) {
        if (names == null) return Set.of();
        return names.stream()
                .map(name ->
                        SourceType.of(name)
                                .orElseThrow(() ->
                                        Invalid.at(
                                                "/source_type",
                                                "RANGE",
                                                "It is one of: comment, video_transcript, post,"
                                                        + " note.")))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @GetMapping("/stats")
    MemoryStats stats() {
        return memory.stats();
    }

    @DeleteMapping("/documents/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!memory.delete(Ids.read(id))) {
            throw new TwinException(TwinException.Code.NOT_FOUND, "There is no such document.");
        }
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView rebuild() {
        Instant now = clock.instant();
        return JobView.of(jobs.submit(RebuildWork.KIND, "{}"), now);
    }
}
