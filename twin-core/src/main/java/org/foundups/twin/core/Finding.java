package org.foundups.twin.core;

import org.jspecify.annotations.Nullable;

/// What a guard rule saw.
///
/// @param rule identifies the rule, lower case with underscores
/// @param message a sentence a tired person understands
/// @param span where it stands in the raw text of the draft; null if it concerns the whole
public record Finding(String rule, Severity severity, String message, @Nullable Span span) {}
