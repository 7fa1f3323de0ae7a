package org.foundups.twin.engagement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Target;
import org.jspecify.annotations.Nullable;

/// Recognises a target to which the platform gives no id: SHA-256 over its container, author,
/// normalised text and hour of publication (UTC). Two people of the same name who write the same
/// words in the same hour are taken for one, so nothing may be done on a fingerprint alone.
final class Fingerprint {
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Fingerprint() {}

    /// The fingerprint of a target, 64 hex digits.
    static String of(Target target) {
        var digest = sha256();
        add(digest, "1");
        add(digest, target.containerId());
        add(digest, author(target.author()));
        add(digest, normalised(target.text()));
        var published = target.publishedAt();
        add(digest, published == null ? null : hour(published.getEpochSecond()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// NFKC, case folded, white space collapsed. The JDK has no case folding; upper case and then
    /// lower case comes to the same for everything but a few letters of rare scripts.
    static String normalised(String text) {
        var composed = Normalizer.normalize(Storable.text(text), Normalizer.Form.NFKC);
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var recomposed = Normalizer.normalize(folded, Normalizer.Form.NFKC);
        return SPACES.matcher(recomposed).replaceAll(" ").strip();
    }

    private static @Nullable String author(Author author) {
        if (author.id() != null) return "id " + author.id();
        var name = author.name();
        return name == null ? null : "name " + normalised(name);
    }

    private static String hour(long epochSecond) {
        return Long.toString(Math.floorDiv(epochSecond, 3600L));
    }

    /// Each field with its length, so that no two lists of fields read alike; -1 is absent.
    private static void add(MessageDigest digest, @Nullable String field) {
        var bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
        if (bytes != null) digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
