package org.foundups.twin.api;

/// One thing wrong with a request.
///
/// @param pointer JSON pointer (RFC 6901) to the value
/// @param code REQUIRED, TYPE, RANGE, FORMAT or UNKNOWN
public record Violation(String pointer, String code, String message) {}
