package org.foundups.twin.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// A comment, post or live message, as somebody describes it on the command line.
final class TargetOptions {
    private static final int LIMIT_BYTES = 1 << 20;

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..*",
            description = {
                "What somebody wrote; - reads it from standard input.",
                "A text that begins with a dash comes after --."
            })
    List<String> words = List.of();

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            description = "youtube, linkedin or x (default: youtube).")
    String platform = "youtube";

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The account that would act (default: command-line).")
    String account = "command-line";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "comment, post or live_message (default: comment).")
    String kind = "comment";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "The platform's id of it. Without one, the twin knows it by a fingerprint.")
    @Nullable String id;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who wrote it, as the platform shows it.")
    @Nullable String author;

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "The video or post it stands under.")
    @Nullable String title;

    @Option(
            names = "--thread",
            paramLabel = "\"NAME: TEXT\"",
            description = "What was said before, oldest first; once for each.")
    List<String> thread = List.of();

    /// The target of the REST contract, section 2.
    ObjectNode body(Terminal terminal) {
        var target = Value.object();
        target.put("platform", platform);
        target.put("account_id", account);
        target.put("kind", kind);
        target.put("target_id", id);
        target.put("container_title", title);
        target.set("author", named(author));
        target.put("text", text(terminal));
        var earlier = target.putArray("thread");
        thread.forEach(said -> earlier.add(utterance(said)));
        return target;
    }

    private static ObjectNode named(@Nullable String name) {
        return Value.object().put("name", name);
    }

    private static ObjectNode utterance(String said) {
        var colon = said.indexOf(": ");
        var author = colon > 0 ? said.substring(0, colon) : null;
        var utterance = Value.object();
        utterance.set("author", named(author));
        return utterance.put("text", colon > 0 ? said.substring(colon + 2) : said);
    }

    private String text(Terminal terminal) {
        if (words.isEmpty()) {
            throw CommandFailed.because(
                    Exit.USAGE,
                    "The text is missing.",
                    "For example: \"How deep do you plant garlic?\"");
        }
        if (!words.equals(List.of("-"))) return String.join(" ", words);
        return read("Standard input", () -> terminal.in().readNBytes(LIMIT_BYTES + 1)).strip();
    }

    /// What a file holds, or standard input if the path is `-`.
    static String content(Path file, Terminal terminal) {
        if (file.toString().equals("-")) {
            return read("Standard input", () -> terminal.in().readNBytes(LIMIT_BYTES + 1));
        }
        return read(
                file.toString(),
                () -> {
                    try (var in = Files.newInputStream(file)) {
                        return in.readNBytes(LIMIT_BYTES + 1);
                    }
                });
    }

    @FunctionalInterface
    private interface Reading {
        byte[] bytes() throws IOException;
    }

    private static String read(String name, Reading reading) {
        try {
            var bytes = reading.bytes();
            if (bytes.length > LIMIT_BYTES)
                throw CommandFailed.because(Exit.USAGE, name + " holds more than 1 MiB.");
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw CommandFailed.because(Exit.USAGE, name + " is not UTF-8.");
        } catch (IOException unreadable) {
            throw CommandFailed.because(Exit.USAGE, name + " cannot be read.");
        }
    }
}
