package org.foundups.twin.trajectory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One JSONL file that only ever grows by whole lines. One thread at a time.
final class JsonlFile {
    /// The id of an event stands at the beginning of its line. Inside a text of it the quotation
    /// marks would be escaped.
    private static final Pattern ID =
            Pattern.compile("\"id\":\"(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\"");

    private static final int WINDOW = 64 * 1024;
    private static final long UNKNOWN = -1;

    private final Path path;
    private long end = UNKNOWN;

    JsonlFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// Whether the file is as long as it was left here. If not, somebody moved, cut or wrote it.
    boolean asLeft() throws IOException {
        return Files.exists(path) && Files.size(path) == end;
    }

    /// Makes the file if there is none, and cuts what a crash left of an unfinished last line.
    void recover() throws IOException {
        end = UNKNOWN;
        var made = !Files.exists(path);
        try (var file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            var whole = afterLastBreak(file, file.size());
            if (whole < file.size()) file.truncate(whole);
            file.force(true);
            end = whole;
        }
        if (made) forceDirectory();
    }

    /// A new name is on the disk only once its directory is.
    private void forceDirectory() throws IOException {
        try (var directory =
                FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /// The id in the last line; empty if there is no line, or none of ours.
    Optional<UUID> lastId() throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (file.size() == 0) return Optional.empty();
            var start = afterLastBreak(file, file.size() - 1);
            return id(StandardCharsets.ISO_8859_1.decode(read(file, start, file.size())));
        }
    }

    /// The ids in all lines, first to last; lines without one are passed over. To be closed.
    Stream<UUID> ids() throws IOException {
        // Ids are ASCII, and this reads any bytes.
        BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
        return lines.lines().flatMap(line -> id(line).stream()).onClose(() -> close(lines));
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException harmless) {
            // Nothing was written through it.
        }
    }

    private static Optional<UUID> id(CharSequence line) {
        var id = ID.matcher(line);
        return id.find() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
    }

    /// Appends lines and returns when they are on the disk. Afterwards the file is whole, or has to
    /// be recovered.
    ///
    /// @throws IOException if they are not, or if the file is gone or not as it was left
    void append(List<String> lines) throws IOException {
        var bytes = bytes(lines);
        // Never made here: a file that vanished lacks more than these lines.
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (file.size() != end) throw new IOException("somebody else wrote to the file");
            try {
                file.position(end);
                while (bytes.hasRemaining()) file.write(bytes);
                file.force(true);
                end = file.position();
            } catch (IOException failure) {
                takeBack(file, failure);
                throw failure;
            }
        }
    }

    /// A full disk must not leave half a line to which the next attempt would be appended.
    private void takeBack(FileChannel file, IOException failure) {
        try {
            file.truncate(end);
        } catch (IOException stillThere) {
            failure.addSuppressed(stillThere);
            end = UNKNOWN;
        }
    }

    private static ByteBuffer bytes(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) text.append(line).append('\n');
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Position behind the last line break before `limit`; 0 if there is none.
    private static long afterLastBreak(FileChannel file, long limit) throws IOException {
        for (var end = limit; end > 0; ) {
            var start = Math.max(0, end - WINDOW);
            var bytes = read(file, start, end);
            for (var index = bytes.limit() - 1; index >= 0; index--) {
                if (bytes.get(index) == '\n') return start + index + 1;
            }
            end = start;
        }
        return 0;
    }

    private static ByteBuffer read(FileChannel file, long start, long end) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(end - start));
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {}
        return bytes.flip();
    }
}
