package org.foundups.twin.rag;

/// One thing that is wrong with a document handed in.
///
/// @param pointer which field, as a JSON pointer within the document
/// @param message what is wrong and what would be right
public record Violation(String pointer, String message) {}
