package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// SHA-256, which every JDK has.
final class Digests {
    private Digests() {}

    /// The first eight hex digits: enough to tell versions apart, not to prove anything.
    static String shortSha256(String text) {
        return HexFormat.of().formatHex(of(text), 0, 4);
    }

    /// A number that follows from a text and nothing else, 0..2^31-1.
    static int seed(String text) {
        var digest = of(text);
        return ((digest[0] & 0x7F) << 24)
                | ((digest[1] & 0xFF) << 16)
                | ((digest[2] & 0xFF) << 8)
                | (digest[3] & 0xFF);
    }

    /// Hash of a file in hex, lower case.
    ///
    /// @param progress told how many bytes are read so far
    static String sha256(Path file, LongConsumer progress) throws IOException {
        var digest = sha256();
        var buffer = new byte[1 << 16];
        var done = 0L;
        try (var in = Files.newInputStream(file)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                done += read;
                progress.accept(done);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] of(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
