package org.foundups.twin.rag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.foundups.twin.rag.files.ImportOptions;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.postgresql.ds.PGSimpleDataSource;

/// A process of its own that imports, to be killed or to run in a small heap.
final class ImportingChild {
    private ImportingChild() {}

    /// `import URL INDEX FILE` prints how many rows are committed after every batch; `stream FORMAT
    /// ROWS` reads so many rows of 1,000 bytes and drops them.
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "import" -> imported(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
            default -> System.out.println(dropped(arguments[1], Integer.parseInt(arguments[2])));
        }
    }

    /// Runs this class with the class path of the tests.
    static Process start(String heap, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<String>();
        Collections.addAll(
                command,
                java,
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                ImportingChild.class.getName());
        Collections.addAll(command, arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void imported(String url, Path index, Path file) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser("postgres");
        var settings = RagSettings.in(index);
        try (var memory =
                VoiceMemory.open(
                        settings,
                        RoutingPolicy.standard(),
                        database,
                        Clock.systemUTC(),
                        WordEmbedder.named("words-1"))) {
            memory.importFile(
                    file,
                    ImportOptions.of("012", "auto"),
                    new ImportProgress() {
                        @Override
                        public void at(Standing standing) {
                            System.out.println(standing.done());
                        }

                        @Override
                        public boolean goOn() {
                            return true;
                        }
                    });
        }
    }

    private static long dropped(String format, int rows) {
        var stored = new StoreResult.Stored(new UUID(0, 1));
        Destination.Storing drop =
                (_, documents) -> Collections.nCopies(documents.size(), (StoreResult) stored);
        return new FileImport(
                        Destinations.storing(drop),
                        ImportOptions.of("012", format),
                        ImportProgress.unwatched())
                .run(new StreamFile("rows", () -> rows(format, rows)))
                .stored();
    }

    private static InputStream rows(String format, int count) {
        var words = "word ".repeat(197);
        return switch (format) {
            case "json" -> joined("[", "{\"text\":\"" + words + "\"},", count, "]");
            case "jsonl" -> joined("", "{\"text\":\"" + words + "\"}\n", count, "");
            case "csv" -> joined("text\n", words + "\n", count, "");
            default -> joined("", words + "\n\n", count, "");
        };
    }

    private static InputStream joined(String head, String row, int count, String tail) {
        var before = new SequenceInputStream(bytes(head), new Repeated(utf8(row), count));
        return new SequenceInputStream(before, bytes(tail));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The same bytes again and again, which are never all in memory.
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;

        Repeated(byte[] bytes, long count) {
            this.bytes = bytes;
            this.left = count * bytes.length;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : bytes[place()] & 0xFF;
        }

        private int place() {
            return (int) ((bytes.length - left-- % bytes.length) % bytes.length);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) return -1;
            var some = (int) Math.min(length, left);
            for (int i = 0; i < some; i++) into[offset + i] = bytes[place()];
            return some;
        }
    }
}
