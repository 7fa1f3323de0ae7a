package org.foundups.twin.rag.files;

import java.util.List;
import java.util.function.Predicate;

/// Tells a file's format by its content; the name decides only where the content leaves it open.
final class Detection {
    private record Mark(FileFormat format, Predicate<Beginning> recognises) {}

    /// The first mark that is met decides.
    private static final List<Mark> IN_ORDER =
            List.of(
                    new Mark(FileFormat.JSON, Detection::isList),
                    new Mark(FileFormat.JSONL, file -> file.endsWith(".jsonl", ".ndjson")),
                    new Mark(FileFormat.JSONL, Detection::isOneObjectALine),
                    new Mark(FileFormat.JSON, Detection::isObject),
                    new Mark(FileFormat.JSON, file -> file.endsWith(".json")),
                    new Mark(FileFormat.CSV, file -> file.endsWith(".csv", ".tsv")),
                    new Mark(FileFormat.TEXT, file -> file.endsWith(".txt", ".md")),
                    new Mark(FileFormat.CSV, Detection::hasHeader));

    private Detection() {}

    static FileFormat of(Beginning file) {
        return IN_ORDER.stream()
                .filter(mark -> mark.recognises().test(file))
                .findFirst()
                .map(Mark::format)
                .orElse(FileFormat.TEXT);
    }

    private static boolean isList(Beginning file) {
        return file.head().matches("(?s)\\s*\\[\\s*([{\\]].*)?");
    }

    private static boolean isObject(Beginning file) {
        return file.head().stripLeading().startsWith("{");
    }

    /// A second line that begins an object, or a first that is one: JSON written over several lines
    /// begins its second line with a name.
    private static boolean isOneObjectALine(Beginning file) {
        var lines = file.lines();
        if (!isObject(file)) return false;
        return lines.size() > 1
                ? lines.get(1).startsWith("{")
                : JsonRow.isDocument(lines.getFirst());
    }

    private static boolean hasHeader(Beginning file) {
        return CsvHeader.looksLikeOne(file.lines().getFirst());
    }
}
