package org.foundups.twin.rag;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Provenance;
import org.jspecify.annotations.Nullable;

/// A document that passed [DocumentRules].
record NewDocument(
        String persona,
        String text,
        @Nullable String inReplyTo,
        String sourceId,
        SourceType sourceType,
        @Nullable String videoId,
        @Nullable String videoTitle,
        @Nullable Double startSeconds,
        @Nullable Double endSeconds,
        @Nullable String url,
        @Nullable String speaker,
        Provenance provenance,
        @Nullable Instant createdAt,
        List<String> tags,
        @Nullable Platform platform,
        @Nullable String channel,
        @Nullable String sourceFile) {

    /// What makes two documents of a persona the same source.
    record Source(SourceType type, String id) {}

    Source source() {
        return new Source(sourceType, sourceId);
    }

    /// Equal for equal content, as hexadecimal SHA-256. The file does not count: the same words
    /// from another copy are no change. Neither does a channel that nobody knows, so that what was
    /// stored before there were channels is still recognised.
    String contentHash() {
        var hash = contentHashWithoutChannel();
        return channel == null ? hash : hash(hash, channel);
    }

    private String contentHashWithoutChannel() {
        return hash(
                text,
                inReplyTo,
                videoId,
                videoTitle,
                startSeconds,
                endSeconds,
                url,
                speaker,
                provenance,
                createdAt,
                tags,
                platform);
    }

    /// An identifier for a source that has none of its own: the same words at the same place are
    /// the same source.
    static String derivedId(
            String text,
            @Nullable String inReplyTo,
            @Nullable String videoId,
            @Nullable Double start) {
        var hash = hash(text, inReplyTo, videoId, start).substring(0, 24);
        return videoId == null ? "content:" + hash : videoId + ":" + hash;
    }

    /// Each part is preceded by its length, so that no two lists of parts run together alike.
    private static String hash(@Nullable Object... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = Objects.toString(part, "\0").getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
