package org.foundups.twin.rag;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.rag.video.StorableText;
import org.jspecify.annotations.Nullable;

/// What a document must be to be stored. All rules are asked, so that everything wrong is told at
/// once.
final class DocumentRules {
    private static final int TEXT = 20_000;
    private static final int LINE = 200;
    private static final int LONG_LINE = 2_000;
    private static final int TAGS = 50;

    /// What the rules make of a document.
    sealed interface Checked {
        record Sound(NewDocument document) implements Checked {}

        record Unsound(List<Violation> violations) implements Checked {}
    }

    private interface Rule extends Function<MemoryDocument, Optional<Violation>> {}

    private static final List<Rule> IN_ORDER =
            List.of(
                    DocumentRules::saysSomething,
                    atMost("/text", TEXT, MemoryDocument::text),
                    atMost("/in_reply_to", TEXT, MemoryDocument::inReplyTo),
                    atMost("/source_id", LINE, MemoryDocument::sourceId),
                    atMost("/video_id", LINE, MemoryDocument::videoId),
                    atMost("/video_title", LONG_LINE, MemoryDocument::videoTitle),
                    atMost("/url", LONG_LINE, MemoryDocument::url),
                    atMost("/speaker", LINE, MemoryDocument::speaker),
                    atMost("/channel", LINE, MemoryDocument::channel),
                    atMost("/source_file", LONG_LINE, MemoryDocument::sourceFile),
                    wellFormed("/text", MemoryDocument::text),
                    wellFormed("/in_reply_to", MemoryDocument::inReplyTo),
                    wellFormed("/source_id", MemoryDocument::sourceId),
                    wellFormed("/video_id", MemoryDocument::videoId),
                    wellFormed("/video_title", MemoryDocument::videoTitle),
                    wellFormed("/url", MemoryDocument::url),
                    wellFormed("/speaker", MemoryDocument::speaker),
                    wellFormed("/channel", MemoryDocument::channel),
                    wellFormed("/source_file", MemoryDocument::sourceFile),
                    DocumentRules::webAddress,
                    DocumentRules::knownType,
                    DocumentRules::knownProvenance,
                    DocumentRules::knownPlatform,
                    timestamp("/start_s", MemoryDocument::startSeconds),
                    timestamp("/end_s", MemoryDocument::endSeconds),
                    DocumentRules::endsAfterItBegins,
                    DocumentRules::datedWithOffset,
                    DocumentRules::fewShortTags);

    private DocumentRules() {}

    static Checked check(String persona, MemoryDocument document) {
        var violations = new ArrayList<Violation>();
        for (var rule : IN_ORDER) rule.apply(document).ifPresent(violations::add);
        return violations.isEmpty()
                ? new Checked.Sound(sound(persona, document))
                : new Checked.Unsound(List.copyOf(violations));
    }

    private static NewDocument sound(String persona, MemoryDocument raw) {
        var type =
                Optional.ofNullable(blankToNull(raw.sourceType()))
                        .flatMap(SourceType::of)
                        .orElse(SourceType.COMMENT);
        var text = String.valueOf(raw.text()).strip();
        var inReplyTo = blankToNull(raw.inReplyTo());
        var videoId = blankToNull(raw.videoId());
        var sourceId = blankToNull(raw.sourceId());
        return new NewDocument(
                persona,
                text,
                inReplyTo,
                sourceId != null
                        ? sourceId
                        : NewDocument.derivedId(text, inReplyTo, videoId, raw.startSeconds()),
                type,
                videoId,
                blankToNull(raw.videoTitle()),
                raw.startSeconds(),
                raw.endSeconds(),
                blankToNull(raw.url()),
                blankToNull(raw.speaker()),
                provenance(raw, type),
                raw.createdAt() == null || raw.createdAt().isBlank()
                        ? null
                        : OffsetDateTime.parse(raw.createdAt().strip()).toInstant(),
                raw.tags().stream().map(String::strip).distinct().toList(),
                raw.platform() == null ? null : Platform.of(raw.platform()).orElse(null),
                blankToNull(raw.channel()),
                blankToNull(raw.sourceFile()));
    }

    /// What nobody calls verbatim in a transcript may be a machine's summary of it.
    private static Provenance provenance(MemoryDocument raw, SourceType type) {
        var named = blankToNull(raw.provenance());
        if (named != null) return Provenance.valueOf(named.toUpperCase(Locale.ROOT));
        return type == SourceType.VIDEO_TRANSCRIPT ? Provenance.PARAPHRASE : Provenance.VERBATIM;
    }

    private static Optional<Violation> saysSomething(MemoryDocument document) {
        return document.text() == null || document.text().isBlank()
                ? violation("/text", "there is no text")
                : Optional.empty();
    }

    private static Rule atMost(
            String pointer, int limit, Function<MemoryDocument, @Nullable String> field) {
        return document -> {
            var value = field.apply(document);
            return value != null && value.length() > limit
                    ? violation(pointer, value.length() + " characters, at most " + limit)
                    : Optional.empty();
        };
    }

    /// PostgreSQL stores neither a zero character nor half a surrogate pair.
    private static Rule wellFormed(
            String pointer, Function<MemoryDocument, @Nullable String> field) {
        return document -> {
            var value = field.apply(document);
            return value == null || StorableText.is(value)
                    ? Optional.empty()
                    : violation(pointer, "holds a zero character or half a surrogate pair");
        };
    }

    /// Passages are shown with their address, so nothing but a web page may stand there.
    private static Optional<Violation> webAddress(MemoryDocument document) {
        var url = blankToNull(document.url());
        if (url == null) return Optional.empty();
        var lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://")
                ? Optional.empty()
                : violation("/url", "not an http or https address");
    }

    private static Optional<Violation> knownType(MemoryDocument document) {
        var type = blankToNull(document.sourceType());
        return type == null || SourceType.of(type).isPresent()
                ? Optional.empty()
                : violation("/source_type", "neither comment, video_transcript, post nor note");
    }

    private static Optional<Violation> knownProvenance(MemoryDocument document) {
        var named = blankToNull(document.provenance());
        if (named == null) return Optional.empty();
        for (var provenance : Provenance.values()) {
            if (provenance.name().equalsIgnoreCase(named)) return Optional.empty();
        }
        return violation("/provenance", "neither verbatim nor paraphrase");
    }

    private static Optional<Violation> knownPlatform(MemoryDocument document) {
        var platform = blankToNull(document.platform());
        return platform == null || Platform.of(platform).isPresent()
                ? Optional.empty()
                : violation("/platform", "neither youtube, linkedin nor x");
    }

    private static Rule timestamp(
            String pointer, Function<MemoryDocument, @Nullable Double> field) {
        return document -> {
            var seconds = field.apply(document);
            return seconds == null || (seconds >= 0 && Double.isFinite(seconds))
                    ? Optional.empty()
                    : violation(pointer, "not a number of seconds from 0");
        };
    }

    private static Optional<Violation> endsAfterItBegins(MemoryDocument document) {
        var start = document.startSeconds();
        var end = document.endSeconds();
        return start != null && end != null && end < start
                ? violation("/end_s", "ends before it begins")
                : Optional.empty();
    }

    private static Optional<Violation> datedWithOffset(MemoryDocument document) {
        var date = blankToNull(document.createdAt());
        if (date == null) return Optional.empty();
        try {
            var year = OffsetDateTime.parse(date).getYear();
            return year >= 1900 && year < 2200
                    ? Optional.empty()
                    : violation("/created_at", "not between the years 1900 and 2200");
        } catch (DateTimeException unreadable) {
            return violation(
                    "/created_at", "not a time with offset such as 2024-05-01T09:30:00+09:00");
        }
    }

    private static Optional<Violation> fewShortTags(MemoryDocument document) {
        var tags = document.tags();
        if (tags.size() > TAGS) return violation("/tags", tags.size() + " tags, at most " + TAGS);
        return tags.stream()
                        .allMatch(tag ->
                                !tag.isBlank() && tag.length() <= LINE && StorableText.is(tag))
                ? Optional.empty()
                : violation("/tags", "a tag is empty or longer than " + LINE + " characters");
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Optional<Violation> violation(String pointer, String message) {
        return Optional.of(new Violation(pointer, pointer.substring(1) + ": " + message));
    }
}
