package org.foundups.twin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Brings past comments, posts and videos into memory. The form of a file is told by its"
                        + " content: index files of videos, transcripts (SRT, WebVTT, Whisper, YouTube's"
                        + " captions, TTML), YouTube comments as its API gives them, the exports of Google"
                        + " Takeout, LinkedIn and X, Markdown, CSV, JSON, plain text, and ZIP archives of"
                        + " them. A directory is packed and imported as one. Doing it twice changes"
                        + " nothing. What cannot be taken is shown with its place; the rest is stored all"
                        + " the same.",
        footer = {
            "",
            "For example:",
            "  twin import comments.csv --speaker 012",
            "  twin import takeout-20260101.zip --dry-run",
            "  twin import memory/video_index",
            "  twin import --format text --type note notes/"
        })
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE|DIR|ZIP", arity = "1..*")
    List<Path> paths = List.of();

    @Option(
            names = {"--as", "--format"},
            paramLabel = "FORMAT",
            description =
                    "Of the file, or of every file in a directory, if it is not to be told by the content: json,"
                            + " jsonl, csv, text, markdown, srt, vtt, whisper, json3, ttml, video-index,"
                            + " youtube-comments, takeout-comments, takeout-live-chat, linkedin-comments,"
                            + " linkedin-shares or x-tweets.")
    @Nullable String format;

    @Option(
            names = "--speaker",
            paramLabel = "NAME",
            description = "Who speaks where the file does not say.")
    @Nullable String speaker;

    @Option(names = "--persona", paramLabel = "ID", description = "Whose memory it becomes.")
    @Nullable String persona;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "comment, video_transcript, post or note, where the file does not say.")
    @Nullable String type;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "Whose videos they are, where neither file nor folder says.")
    @Nullable String channel;

    @Option(
            names = "--dry-run",
            description =
                    "Read and check everything, show what would be stored, and store nothing.")
    boolean dryRun;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            description = "Where it comes from, where the file does not say.")
    @Nullable String platform;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Such as windows-1252; UTF-8 and UTF-16 are found out.")
    @Nullable String encoding;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times without an offset, such as Europe/Vienna.")
    @Nullable String zone;

    @Option(
            names = "--no-wait",
            negatable = true,
            description =
                    "Show how it goes to the end (the default), or return when the files are sent.")
    boolean noWait;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var failed = false;
        for (var path : checked()) {
            failed |= (Files.isDirectory(path) ? packed(path) : imported(path, path)).failed();
        }
        return (failed ? Exit.FAILED : Exit.DONE).status();
    }

    /// @param shown as what it is shown
    private JobLine imported(Path file, Path shown) {
        var job = sent(file, file.equals(shown) ? shown : Path.of(shown.getFileName() + ".zip"));
        if (!noWait) job = followed(shown, job);
        if (common.json) {
            session.terminal().out().raw(Printable.json(job.job().node().toString()));
        } else {
            var page = new Page(session.columns());
            page.line(Line.of(Ink.STRONG, shown.toString()).with(Ink.FAINT, "  job " + job.id()));
            session.print(page);
            session.terminal()
                    .out()
                    .print(noWait ? List.of(job.line()) : job.report(session.columns()));
        }
        return job;
    }

    private JobLine sent(Path file, Path name) {
        try (var region = session.progress()) {
            var upload = new Upload(file, String.valueOf(name.getFileName()), fields());
            var answer =
                    session.client()
                            .upload(
                                    "/memory/imports",
                                    upload,
                                    sent -> region.show(List.of(sending(name, sent, upload))));
            return new JobLine(Value.parsed(answer));
        } catch (IOException unreadable) {
            throw CommandFailed.because(Exit.FAILED, file + " cannot be read.");
        }
    }

    private static Line sending(Path file, long sent, Upload upload) {
        return Line.of("Sending " + file.getFileName() + "  ")
                .with(Ink.FAINT, Amounts.bytes(sent) + " of " + Amounts.bytes(upload.bytes()));
    }

    private JobLine followed(Path file, JobLine job) {
        try (var region = session.progress()) {
            return new JobFollower(session.client())
                    .followed(
                            job,
                            now ->
                                    region.show(
                                            List.of(
                                                    Line.of(file.getFileName() + "  ")
                                                            .with(now.line()))));
        }
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "format", format);
        put(fields, "speaker", speaker);
        put(fields, "persona", persona);
        put(fields, "source_type", type);
        put(fields, "platform", platform);
        put(fields, "encoding", encoding);
        put(fields, "zone", zone);
        put(fields, "channel", channel);
        if (dryRun) fields.put("dry_run", "true");
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) fields.put(name, value);
    }

    /// Everything is looked at before anything is sent.
    private List<Path> checked() {
        for (var path : paths) {
            if (!Files.isDirectory(path) && !Files.isRegularFile(path))
                throw CommandFailed.because(
                        Exit.USAGE, path + " is neither a file nor a directory.");
        }
        return paths;
    }

    private JobLine packed(Path directory) {
        try {
            var files = Packing.files(directory);
            if (files.isEmpty())
                throw CommandFailed.because(
                        Exit.USAGE, directory + " holds no file that could be read.");
            var archive = archive(directory, files);
            try {
                return imported(archive, directory);
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw CommandFailed.because(
                    Exit.FAILED, directory + " cannot be read, or there is no room to pack it.");
        }
    }

    private Path archive(Path directory, List<Path> files) throws IOException {
        try (var region = session.progress()) {
            return Packing.packed(
                    directory,
                    files,
                    packed ->
                            region.show(
                                    List.of(
                                            Line.of("Packing " + directory.getFileName() + "  ")
                                                    .with(
                                                            Ink.FAINT,
                                                            packed
                                                                    + " of "
                                                                    + files.size()
                                                                    + " files"))));
        }
    }
}
