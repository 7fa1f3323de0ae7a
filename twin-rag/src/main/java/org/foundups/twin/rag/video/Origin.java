package org.foundups.twin.rag.video;

import org.foundups.twin.core.Provenance;
import org.jspecify.annotations.Nullable;

/// How the words of a track came about.
///
/// @param provenance null where there are no words
/// @param reason which mark tells, for example `whisper_track`
public record Origin(@Nullable Provenance provenance, String reason) {
    static Origin none() {
        return new Origin(null, "none");
    }

    static Origin verbatim(String reason) {
        return new Origin(Provenance.VERBATIM, reason);
    }

    static Origin paraphrase(String reason) {
        return new Origin(Provenance.PARAPHRASE, reason);
    }

    /// Whether the words are those that were spoken.
    public boolean isVerbatim() {
        return provenance == Provenance.VERBATIM;
    }

    /// For example `paraphrase (model_summary)`.
    @Override
    public String toString() {
        return provenance == null ? reason : provenance.id() + " (" + reason + ")";
    }
}
