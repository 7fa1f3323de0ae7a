package org.foundups.twin.core;

import org.jspecify.annotations.Nullable;

/// One ground of a decision.
///
/// @param code stable, upper case with underscores
/// @param text a sentence
/// @param weight how much it spoke for (above 0) or against (below 0) the action taken, -1..1
/// @param evidence where in the target's text it stands; null if it rests on something else
public record Reason(String code, String text, double weight, @Nullable Span evidence) {}
