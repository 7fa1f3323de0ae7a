package org.foundups.twin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Brings past comments and talks into memory. Of a directory: every .json, .jsonl, .csv, .txt"
                        + " and .md in it. Doing it twice changes nothing. Rows that cannot be taken are"
                        + " shown with their line; the others are stored all the same.",
        footer = {
            "",
            "For example:",
            "  twin import comments.csv --speaker 012",
            "  twin import --format text --type note notes/"
        })
final class ImportCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".csv", ".txt", ".md");

    private final Session session;

    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE|DIRECTORY", arity = "1..*")
    List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "auto, json, jsonl, csv or text (default: auto).")
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
        for (var file : files()) failed |= imported(file).failed();
        return (failed ? Exit.FAILED : Exit.DONE).status();
    }

    private JobLine imported(Path file) {
        var job = sent(file);
        if (!noWait) job = followed(file, job);
        if (common.json) {
            session.terminal().out().raw(Printable.json(job.job().node().toString()));
        } else {
            var page = new Page(session.columns());
            page.line(Line.of(Ink.STRONG, file.toString()).with(Ink.FAINT, "  job " + job.id()));
            session.print(page);
            session.terminal()
                    .out()
                    .print(noWait ? List.of(job.line()) : job.report(session.columns()));
        }
        return job;
    }

    private JobLine sent(Path file) {
        try (var region = session.progress()) {
            var upload = new Upload(file, fields());
            var answer =
                    session.client()
                            .upload(
                                    "/memory/imports",
                                    upload,
                                    sent -> region.show(List.of(sending(file, sent, upload))));
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
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) fields.put(name, value);
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (Files.isDirectory(path)) files.addAll(below(path));
            else if (Files.isRegularFile(path)) files.add(path);
            else
                throw CommandFailed.because(
                        Exit.USAGE, path + " is neither a file nor a directory.");
        }
        return files;
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            var files =
                    entries.filter(Files::isRegularFile)
                            .filter(ImportCommand::isKnown)
                            .sorted()
                            .toList();
            if (!files.isEmpty()) return files;
            throw CommandFailed.because(
                    Exit.USAGE,
                    directory + " holds no file that ends in " + String.join(", ", ENDINGS) + ".");
        } catch (IOException unreadable) {
            throw CommandFailed.because(Exit.FAILED, directory + " cannot be read.");
        }
    }

    private static boolean isKnown(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
