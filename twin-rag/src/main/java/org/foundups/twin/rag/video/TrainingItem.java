package org.foundups.twin.rag.video;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A valid item of `training_data`.
///
/// @param ordinal the segment it is about
/// @param text what it says about it
/// @param score as stored; null where it has none
/// @param answerOrdinal the segment that answers; null where there is none
/// @param speaker of that segment
/// @param verbatim whether its words occur in a verbatim track; false for everything but quotes
/// @param stored the element itself
public record TrainingItem(
        Kind kind,
        int ordinal,
        String text,
        @Nullable BigDecimal score,
        @Nullable Integer answerOrdinal,
        Speaker speaker,
        boolean verbatim,
        JsonNode stored) {
    /// The lists of the block.
    public enum Kind {
        INTENT_LABELS("intent", "confidence", 1),
        QUOTABLE_MOMENTS("text", "shareability", 2),
        COMMENT_TRIGGERS("trigger_type", "engagement_score", 0),
        QA_MOMENTS("question", "", 0),
        TEACHING_MOMENTS("concept", "", 0),
        VERBATIM_QUOTES("exact_text", "", 2);

        private final String text;
        private final String score;
        private final int points;

        Kind(String text, String score, int points) {
            this.text = text;
            this.score = score;
            this.points = points;
        }

        String member() {
            return name().toLowerCase(Locale.ROOT);
        }

        String text() {
            return text;
        }

        /// The member that holds the score; empty if there is none.
        String score() {
            return score;
        }

        int points() {
            return points;
        }
    }
}
