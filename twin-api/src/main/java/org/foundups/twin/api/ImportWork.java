package org.foundups.twin.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foundups.twin.api.jobs.JobError;
import org.foundups.twin.api.jobs.JobProgress;
import org.foundups.twin.api.jobs.JobWork;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.rag.ImportSummary;
import org.foundups.twin.rag.VoiceMemory;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.files.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Brings a file into memory. Doing it twice changes nothing: what is stored is recognised.
record ImportWork(VoiceMemory memory, ImportFolder folder, JsonMapper json) implements JobWork {
    static final String KIND = "memory-import";

    /// What the job was told, kept with it.
    record Parameters(
            String file,
            String persona,
            String format,
            @Nullable String encoding,
            @Nullable String speaker,
            @Nullable String sourceType,
            @Nullable String platform,
            @Nullable String zone,
            @Nullable String channel,
            @Nullable List<String> own,
            @Nullable String name,
            @Nullable Boolean dryRun) {
        /// A job of an older version does not say.
        boolean isDryRun() {
            return Boolean.TRUE.equals(dryRun);
        }

        ImportOptions options() {
            return new ImportOptions(
                    persona,
                    format,
                    encoding,
                    speaker,
                    sourceType,
                    platform,
                    zone == null ? null : ZoneId.of(zone),
                    channel,
                    own == null ? Set.of(persona) : Set.copyOf(own),
                    Map.of());
        }
    }

    String written(Parameters parameters) {
        return json.writeValueAsString(parameters);
    }

    @Override
    public String run(String text, JobProgress progress) {
        var parameters = json.readValue(text, Parameters.class);
        var file = Path.of(parameters.file());
        if (!Files.isReadable(file)) {
            throw new TwinException(
                    TwinException.Code.NOT_FOUND, "The file is not there any more. Send it again.");
        }
        var summary = imported(file, parameters, progress);
        if (summary.stopped()) {
            return "Stopped after " + sentence(summary) + " What was stored stays.";
        }
        folder.discard(file);
        return parameters.isDryRun()
                ? "Nothing was stored; this is what would be: " + sentence(summary)
                : sentence(summary);
    }

    private ImportSummary imported(Path file, Parameters parameters, JobProgress progress) {
        try {
            var summary = read(file, parameters, new ImportStanding(progress));
            progress.at(
                    summary.rows(),
                    summary.stopped() ? null : Long.valueOf(summary.rows()),
                    summary.refused(),
                    summary.unchanged(),
                    null);
            summary.errors().forEach(row -> progress.refused(error(row)));
            return summary;
        } catch (TwinException refused) {
            // A file that cannot be read at all will not be readable after a restart either.
            if (refused.kind() == TwinException.Kind.CALLER) folder.discard(file);
            throw refused;
        }
    }

    private ImportSummary read(Path file, Parameters parameters, ImportStanding standing) {
        var name = parameters.name();
        var source = name == null ? SourceFile.of(file) : SourceFile.of(file, name);
        return parameters.isDryRun()
                ? memory.tryImport(source, parameters.options(), standing)
                : memory.importFile(source, parameters.options(), standing);
    }

    private static JobError error(ImportSummary.RowError row) {
        var reason = row.file() == null ? row.reason() : row.file() + ": " + row.reason();
        return new JobError(row.line() == 0 ? null : Long.valueOf(row.line()), reason);
    }

    private static String sentence(ImportSummary summary) {
        var counts =
                "%d rows (%s, %s): %d stored, %d unchanged, %d refused."
                        .formatted(
                                summary.rows(),
                                summary.format(),
                                summary.encoding(),
                                summary.stored(),
                                summary.unchanged(),
                                summary.refused());
        return summary.notes().isEmpty()
                ? counts
                : counts + " " + String.join(" ", summary.notes());
    }
}
