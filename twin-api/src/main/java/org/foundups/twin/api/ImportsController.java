package org.foundups.twin.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.foundups.twin.api.jobs.Jobs;
import org.foundups.twin.core.Persona;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.SourceType;
import org.foundups.twin.rag.files.FileFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// Files of past comments, brought into memory as jobs.
@RestController
@RequestMapping("/api/v1/memory/imports")
final class ImportsController {
    private final ImportFolder folder;
    private final ImportWork work;
    private final PersonaFiles personas;
    private final Jobs jobs;
    private final InstantSource clock;

    ImportsController(
            ImportFolder folder,
            ImportWork work,
            PersonaFiles personas,
            Jobs jobs,
            InstantSource clock) {
        this.folder = folder;
        this.work = work;
        this.personas = personas;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// A file that is sent along.
    ///
    /// @param speaker who speaks where the file does not say
    /// @param channel whose videos they are where neither file nor folder says
    /// @param dryRun reads and checks everything and stores nothing
    /// @param zone in which times without an offset are read; without it such rows are refused
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView upload(
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "auto") String format,
            @RequestParam(required = false) @Nullable String persona,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String speaker,
            @RequestParam(name = "source_type", required = false) @Nullable String sourceType,
            @RequestParam(required = false) @Nullable String platform,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        var options =
                new Options(
                        format,
                        persona,
                        encoding,
                        speaker,
                        sourceType,
                        platform,
                        zone,
                        channel,
                        dryRun);
        options.check();
        var who = personas.orStandard(persona);
        return submit(folder.keep(file), ImportFolder.name(file), options, who);
    }

    /// A file that lies in the import directory already.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Bodies.ImportByPath.class)))
    JobView byPath(@RequestBody JsonNode body) {
        var wanted = Fields.read(body, ByPath::read);
        wanted.options().check();
        var who = personas.orStandard(wanted.options().persona());
        return submit(folder.existing(wanted.path()), wanted.path(), wanted.options(), who);
    }

    private JobView submit(Path file, String name, Options options, Persona persona) {
        var parameters =
                new ImportWork.Parameters(
                        file.toString(),
                        persona.id(),
                        options.format(),
                        options.encoding(),
                        options.speaker(),
                        options.sourceType(),
                        options.platform(),
                        options.zone(),
                        options.channel(),
                        own(persona),
                        name,
                        options.dryRun());
        return JobView.of(jobs.submit(ImportWork.KIND, work.written(parameters)), clock.instant());
    }

    /// The names by which archives know the creator.
    static List<String> own(Persona persona) {
        var names = new LinkedHashSet<>(List.of(persona.id(), persona.name()));
        names.addAll(persona.handles());
        for (var account : persona.ownAccounts()) names.add(account.id());
        return List.copyOf(names);
    }

    private record ByPath(String path, Options options) {
        static Supplier<ByPath> read(Fields fields) {
            var path = fields.text("path", 1_000);
            var format = fields.optionalText("format", 20);
            var options =
                    new Options(
                            format == null ? "auto" : format,
                            fields.optionalText("persona", 100),
                            fields.optionalText("encoding", 40),
                            fields.optionalText("speaker", 200),
                            fields.optionalText("source_type", 40),
                            fields.optionalText("platform", 40),
                            fields.optionalText("zone", 60),
                            fields.optionalText("channel", 200),
                            fields.flag("dry_run", false));
            return () -> new ByPath(path, options);
        }
    }

    /// How the file is to be read, as the caller says it.
    private record Options(
            String format,
            @Nullable String persona,
            @Nullable String encoding,
            @Nullable String speaker,
            @Nullable String sourceType,
            @Nullable String platform,
            @Nullable String zone,
            @Nullable String channel,
            boolean dryRun) {
        /// What can be known to be wrong before the file is looked at.
        void check() {
            try {
                FileFormat.named(format);
            } catch (TwinException unknown) {
                throw Invalid.at(
                        "/format",
                        "RANGE",
                        "It is one of: auto, " + String.join(", ", FileFormat.ids()) + ".");
            }
            if (sourceType != null && SourceType.of(sourceType).isEmpty()) {
                throw Invalid.at(
                        "/source_type",
                        "RANGE",
                        "It is one of: comment, video_transcript, post, note.");
            }
            try {
                if (zone != null) ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw Invalid.at("/zone", "RANGE", "It is no IANA time zone, e.g. Asia/Tokyo.");
            }
        }
    }
}
