package org.foundups.twin.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a drafter is asked to do.
///
/// @param previous the verdict on the attempt before, which says what to do better; null at the
///   first
public record Brief(Appraisal.Deserving appraisal, Verdict.@Nullable Repairable previous) {
    /// The first attempt.
    public static Brief first(Appraisal.Deserving appraisal) {
        return new Brief(appraisal, null);
    }

    /// Another attempt, knowing what was wrong with the last.
    public static Brief again(Verdict.Repairable previous) {
        return new Brief(previous.draft().brief().appraisal(), previous);
    }

    /// Counted from 1.
    public int attempt() {
        return previous == null ? 1 : previous.draft().brief().attempt() + 1;
    }

    /// What was found in the attempt before; empty at the first.
    public List<Finding> corrections() {
        return previous == null ? List.of() : previous.findings();
    }

    /// What came in.
    public Incoming incoming() {
        return appraisal.incoming();
    }
}
