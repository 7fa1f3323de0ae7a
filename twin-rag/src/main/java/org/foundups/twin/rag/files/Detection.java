package org.foundups.twin.rag.files;

import java.util.List;
import java.util.function.Predicate;

/// Tells a file's format by its content; the name decides only where the content leaves it open.
final class Detection {
    private record Mark(FileFormat format, Predicate<Beginning> recognises) {}

    /// The first mark that is met decides.
    private static final List<Mark> IN_ORDER =
            List.of(
                    new Mark(FileFormat.VIDEO_INDEX, VideoMarks::isVideoIndex),
                    new Mark(FileFormat.VTT, TranscriptMarks::isWebVtt),
                    new Mark(FileFormat.SRT, TranscriptMarks::isSubRip),
                    new Mark(FileFormat.TTML, TranscriptMarks::isXml),
                    new Mark(FileFormat.JSON3, TranscriptMarks::isJson3),
                    new Mark(FileFormat.WHISPER, TranscriptMarks::isWhisper),
                    new Mark(FileFormat.X_TWEETS, ArchiveMarks::isTweets),
                    new Mark(FileFormat.YOUTUBE_COMMENTS, ArchiveMarks::isYoutubeComments),
                    new Mark(FileFormat.TAKEOUT_COMMENTS, ArchiveMarks::isTakeoutComments),
                    new Mark(FileFormat.TAKEOUT_LIVE_CHAT, ArchiveMarks::isTakeoutLiveChat),
                    new Mark(FileFormat.LINKEDIN_COMMENTS, ArchiveMarks::isLinkedInComments),
                    new Mark(FileFormat.LINKEDIN_SHARES, ArchiveMarks::isLinkedInShares),
                    new Mark(FileFormat.JSON, Detection::isList),
                    new Mark(FileFormat.JSONL, file -> file.endsWith(".jsonl", ".ndjson")),
                    new Mark(FileFormat.JSONL, Detection::isOneObjectALine),
                    new Mark(FileFormat.JSON, Detection::isObject),
                    new Mark(FileFormat.JSON, file -> file.endsWith(".json")),
                    new Mark(FileFormat.CSV, file -> file.endsWith(".csv", ".tsv")),
                    new Mark(FileFormat.SRT, file -> file.endsWith(".srt")),
                    new Mark(FileFormat.VTT, file -> file.endsWith(".vtt")),
                    new Mark(FileFormat.TTML, file -> file.endsWith(".ttml", ".dfxp")),
                    new Mark(FileFormat.MARKDOWN, ArchiveMarks::isMarkdown),
                    new Mark(FileFormat.MARKDOWN, file -> file.endsWith(".md", ".markdown")),
                    new Mark(FileFormat.TEXT, file -> file.endsWith(".txt")),
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
