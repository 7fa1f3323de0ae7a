package org.foundups.twin.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a target deserves words. Asked before drafting, so that no model call is spent on what
/// will be liked or left alone.
public sealed interface Appraisal {
    /// What was recalled.
    Recollection recollection();

    /// What it was judged by.
    Features features();

    /// It deserves an answer, if one can be written that stands.
    record Deserving(Recollection recollection, Features features, List<Reason> reasons)
            implements Appraisal {
        public Deserving {
            reasons = List.copyOf(reasons);
        }

        /// What came in.
        public Incoming incoming() {
            return recollection.incoming();
        }
    }

    /// Something other than words becomes of it.
    ///
    /// @param action anything but `COMMENT`
    /// @param cooldownUntil when words would be possible again; null if not a matter of time
    record Wordless(
            Recollection recollection,
            Features features,
            Action action,
            double confidence,
            List<Reason> reasons,
            @Nullable Instant cooldownUntil)
            implements Appraisal, Grounds {
        public Wordless {
            if (action == Action.COMMENT)
                throw new IllegalArgumentException("a comment needs words");
            reasons = List.copyOf(reasons);
        }

        @Override
        public Incoming incoming() {
            return recollection.incoming();
        }
    }
}
