package org.foundups.twin.core;

/// What the appraiser computed, kept with the decision so that it can be explained and learned
/// from.
///
/// @param relevance 0..1: how much the target is the creator's business
/// @param memory 0..1: best passage score
/// @param topic 0..1: best topic score
public record Features(double relevance, double memory, double topic) {
    /// Nothing was computed.
    public static final Features NONE = new Features(0, 0, 0);
}
