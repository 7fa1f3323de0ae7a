package org.foundups.twin.drafter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.foundups.twin.testing.FakeModelServer;

/// A server of one file, with or without ranges, that may break off when asked from the start.
final class FileScript implements FakeModelServer.Script {
    private final byte[] file;
    private final String tag;
    private final boolean ranges;
    private final int cutAfter;

    private FileScript(byte[] file, String tag, boolean ranges, int cutAfter) {
        this.file = file;
        this.tag = tag;
        this.ranges = ranges;
        this.cutAfter = cutAfter;
    }

    static FileScript of(byte[] file) {
        return new FileScript(file, "\"v1\"", true, Integer.MAX_VALUE);
    }

    FileScript cutAfter(int bytes) {
        return new FileScript(file, tag, ranges, bytes);
    }

    FileScript withoutRanges() {
        return new FileScript(file, tag, false, cutAfter);
    }

    FileScript tagged(String other) {
        return new FileScript(file, other, ranges, cutAfter);
    }

    @Override
    public void answer(FakeModelServer.Received request, OutputStream out) throws IOException {
        var from = header(request, "range").map(FileScript::start).orElse(0);
        var same = header(request, "if-range").map(tag::equals).orElse(true);
        var partial = from > 0 && ranges && same;
        var offset = partial ? from : 0;
        var head =
                "HTTP/1.1 "
                        + (partial ? "206 Partial Content" : "200 OK")
                        + "\r\nConnection: close\r\nETag: "
                        + tag
                        + "\r\nContent-Length: "
                        + (file.length - offset)
                        + (partial
                                ? "\r\nContent-Range: bytes "
                                        + offset
                                        + "-"
                                        + (file.length - 1)
                                        + "/"
                                        + file.length
                                : "")
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        var length = file.length - offset;
        out.write(file, offset, offset == 0 ? Math.min(length, cutAfter) : length);
        out.flush();
    }

    private static Optional<String> header(FakeModelServer.Received request, String name) {
        return request.headers().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static int start(String range) {
        return Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }
}
