package org.foundups.twin.rag;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Persona;
import org.jspecify.annotations.Nullable;

/// Shows candidates as passages, for a persona known by certain names.
///
/// @param names by which the creator is known as a speaker, lower case
record Passages(Set<String> names) {
    static Passages of(Persona persona) {
        var names = new HashSet<String>();
        names.add(bare(persona.id()));
        names.add(bare(persona.name()));
        for (var handle : persona.handles()) names.add(bare(handle));
        return new Passages(names);
    }

    static Passages of(String persona) {
        return new Passages(Set.of(bare(persona)));
    }

    Passage passage(Candidate candidate) {
        var document = candidate.document();
        return new Passage(
                document.id().toString(),
                document.text(),
                document.inReplyTo(),
                document.sourceId(),
                document.sourceType().id(),
                document.videoId(),
                document.startSeconds(),
                document.endSeconds(),
                document.url(),
                document.provenance(),
                byCreator(document.speaker()),
                document.createdAt(),
                candidate.score());
    }

    Hit hit(Candidate candidate) {
        var document = candidate.document();
        return new Hit(
                passage(candidate),
                document.speaker(),
                document.videoTitle(),
                document.platform(),
                document.channel(),
                document.sourceFile(),
                document.tags(),
                candidate.cosine());
    }

    private boolean byCreator(@Nullable String speaker) {
        return speaker != null && names.contains(bare(speaker));
    }

    /// A name without what does not tell speakers apart.
    static String bare(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower.substring(1) : lower;
    }
}
