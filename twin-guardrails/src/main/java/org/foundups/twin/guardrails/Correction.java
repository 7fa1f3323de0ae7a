package org.foundups.twin.guardrails;

import org.foundups.twin.core.Span;

/// One stretch of a text and what should stand in its place.
///
/// @param rule which rule asks for it
/// @param message a sentence for the person who reads what was done
/// @param span in the text at hand
record Correction(String rule, String message, Span span, String replacement) {}
