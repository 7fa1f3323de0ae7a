package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/// A process of its own that reads a file which is never whole in its small heap.
final class ReadingChild {
    private static final String WORDS = "word ".repeat(30);

    private ReadingChild() {}

    /// `FORMAT COUNT` prints how many documents were read of so many items.
    public static void main(String[] arguments) throws IOException {
        var format = arguments[0];
        var count = Integer.parseInt(arguments[1]);
        var options = ImportOptions.of("012", format);
        try (var source = ImportSource.of(new Generated(format, count), options)) {
            var documents = 0;
            var answers = 0;
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                if (row.get() instanceof ImportRow.Accepted(_, var document)) {
                    documents++;
                    if (document.inReplyTo() != null) answers++;
                }
            }
            System.out.println(documents + " " + answers);
        }
    }

    static String read(String format, int count) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var child =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Xmx20m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        path,
                                        ReadingChild.class.getName(),
                                        format,
                                        String.valueOf(count)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var said = child.inputReader()) {
            return String.valueOf(said.readLine());
        }
    }

    /// A file that is made while it is read.
    private record Generated(String name, int count) implements SourceFile {
        @Override
        public InputStream open() {
            return new Pieces(this);
        }

        @Override
        public long size() {
            return 0;
        }

        private String piece(int i) {
            if (i < 0) return begin();
            return i < count ? item().apply(i) : end();
        }

        private String begin() {
            return switch (name) {
                case "youtube-comments" ->
                        "{\"kind\":\"youtube#commentThreadListResponse\",\"items\":[";
                case "takeout-comments" ->
                        "Comment ID,Channel ID,Comment create timestamp,Parent comment ID,Video"
                                + " ID,Comment text\n";
                case "takeout-live-chat" -> "<html><body><ul>";
                case "linkedin-comments" -> "Date,Link,Message\n";
                case "x-tweets" -> "window.YTD.tweets.part0 = [";
                default -> "";
            };
        }

        private String end() {
            return switch (name) {
                case "youtube-comments" -> "]}";
                case "x-tweets" -> "]";
                default -> "";
            };
        }

        /// Every hundredth answers the one before it.
        private IntFunction<String> item() {
            return switch (name) {
                case "youtube-comments" ->
                        i ->
                                "{\"id\":\"C%d\",\"snippet\":{\"authorDisplayName\":\"%s\",\"textOriginal\":\"%s\"%s}},\n"
                                        .formatted(
                                                i,
                                                i % 2 == 0 ? "@012" : "@viewer",
                                                WORDS,
                                                i % 100 == 0 && i > 0
                                                        ? ",\"parentId\":\"C" + (i - 1) + "\""
                                                        : "");
                case "takeout-comments" ->
                        i ->
                                "C%d,UC,2023-05-01T12:00:00Z,%s,vid,\"%s\"\n"
                                        .formatted(
                                                i,
                                                i % 100 == 0 && i > 0 ? "C" + (i - 1) : "",
                                                WORDS);
                case "takeout-live-chat" ->
                        i -> "<li>Sent at 2020-04-27 23:18:23 UTC<br/>%s</li>\n".formatted(WORDS);
                case "linkedin-comments" ->
                        _ -> "2023-05-01 12:34:56,https://l,\"%s\"\n".formatted(WORDS);
                case "x-tweets" ->
                        i ->
                                "{\"tweet\":{\"id_str\":\"%d\",\"full_text\":\"%s\"%s}},\n"
                                        .formatted(
                                                i,
                                                WORDS,
                                                i % 100 == 0 && i > 0
                                                        ? ",\"in_reply_to_status_id_str\":\""
                                                                + (i - 1)
                                                                + "\""
                                                        : "");
                default -> i -> "# Head %d\n\n%s\n\n".formatted(i, WORDS);
            };
        }
    }

    /// The pieces of a generated file, one behind the other.
    private static final class Pieces extends InputStream {
        private final Generated file;
        private int next = -1;
        private byte[] piece = new byte[0];
        private int at;

        Pieces(Generated file) {
            this.file = file;
        }

        @Override
        public int read() {
            return filled() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!filled()) return -1;
            var some = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, some);
            at += some;
            return some;
        }

        private boolean filled() {
            while (at == piece.length && next <= file.count()) {
                piece = file.piece(next++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < piece.length;
        }
    }
}
