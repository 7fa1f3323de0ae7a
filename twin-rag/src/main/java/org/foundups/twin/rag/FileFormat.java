package org.foundups.twin.rag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.foundups.twin.core.TwinException;

/// The formats that can be imported.
enum FileFormat {
    JSON,
    JSONL,
    CSV,
    TEXT;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a format's name, or finds out for `auto`.
    ///
    /// @param head the beginning of the file, whole if it is short
    /// @throws TwinException VALIDATION if no format has the name
    static FileFormat of(String named, String fileName, String head) {
        return switch (named.strip().toLowerCase(Locale.ROOT)) {
            case "", "auto" -> detected(fileName.toLowerCase(Locale.ROOT), head);
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSONL;
            case "csv", "tsv" -> CSV;
            case "text", "txt" -> TEXT;
            default ->
                    throw new TwinException(
                            TwinException.Code.VALIDATION,
                            "A format is one of auto, json, jsonl, csv and text.");
        };
    }

    /// The content decides; the name only where the content leaves it open.
    private static FileFormat detected(String fileName, String head) {
        if (head.matches("(?s)\\s*\\[\\s*([{\\]].*)?")) return JSON;
        var namedJsonl = fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson");
        if (namedJsonl) return JSONL;
        if (head.stripLeading().startsWith("{")) return oneLineEach(head) ? JSONL : JSON;
        if (fileName.endsWith(".json")) return JSON;
        if (fileName.endsWith(".csv") || fileName.endsWith(".tsv")) return CSV;
        if (fileName.endsWith(".txt") || fileName.endsWith(".md")) return TEXT;
        return CsvHeader.looksLikeOne(firstLines(head).getFirst()) ? CSV : TEXT;
    }

    /// A second line that begins an object, or a first that is one: JSON written over several lines
    /// begins its second line with a name.
    private static boolean oneLineEach(String head) {
        var lines = firstLines(head);
        if (lines.size() > 1) return lines.get(1).startsWith("{");
        return JsonRow.isDocument(lines.getFirst());
    }

    private static List<String> firstLines(String head) {
        var lines = Arrays.stream(head.split("\r?\n", 20)).filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }
}
