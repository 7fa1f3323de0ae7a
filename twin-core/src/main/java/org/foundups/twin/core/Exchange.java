package org.foundups.twin.core;

/// A comment and what the creator answered to it.
public record Exchange(String comment, String reply) {}
