package org.foundups.twin.drafter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Unpacks the plain files of one folder of a `.tgz`. Sub-folders, links and special files are
/// passed over, and a name that is more than a name is refused, so nothing lands elsewhere.
///
/// @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX: ustar
///   interchange format</a>
record TarballFolder(String folder, long limitBytes) {
    private static final int BLOCK = 512;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,120}");

    /// Unpacks into a directory that is there.
    ///
    /// @return how many files were written
    /// @throws IOException if it is no such archive, or has more bytes than allowed
    int unpack(Path tarball, Path into) throws IOException {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(tarball)))) {
            var written = 0;
            var unpacked = 0L;
            for (var header = in.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = in.readNBytes(BLOCK)) {
                var size = size(header);
                unpacked += size;
                if (unpacked > limitBytes) throw new IOException("the package is too large");
                if (isWanted(header)) {
                    write(in, size, into.resolve(fileName(header)));
                    written++;
                } else {
                    in.skipNBytes(size);
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
            return written;
        }
    }

    private boolean isWanted(byte[] header) throws IOException {
        var plainFile = header[156] == '0' || header[156] == 0;
        var path = path(header);
        if (!plainFile || !path.startsWith(folder)) return false;
        var name = path.substring(folder.length());
        if (name.contains("/") && !name.contains("..")) return false;
        if (!NAME.matcher(name).matches())
            throw new IOException("a file has the name " + Plain.line(name, 80));
        return true;
    }

    private String fileName(byte[] header) {
        return path(header).substring(folder.length());
    }

    private static String path(byte[] header) {
        var prefix = text(header, 345, 155);
        var name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long size(byte[] header) throws IOException {
        var octal = text(header, 124, 12).strip();
        if (!octal.matches("[0-7]{1,11}")) throw new IOException("it is no tar archive");
        return Long.parseLong(octal, 8);
    }

    private static String text(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) end++;
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static void write(InputStream in, long size, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var left = size;
            var buffer = new byte[1 << 16];
            while (left > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) throw new IOException("the package ends early");
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
