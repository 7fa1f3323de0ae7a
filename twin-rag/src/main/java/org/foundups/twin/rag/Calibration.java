package org.foundups.twin.rag;

/// Turns a cosine of one embedding model into a probability-like score: `1 / (1 + e^(-slope (cosine
/// - midpoint)))`. A cosine means something else in every model, so a calibration belongs to one.
///
/// @param slope how sharply it turns, above 0
/// @param midpoint the cosine at which yes and no are equally likely, -1..1
public record Calibration(double slope, double midpoint) {
    public Calibration {
        if (!(slope > 0) || Double.isInfinite(slope))
            throw new IllegalArgumentException("a slope is above 0, not " + slope);
        if (!(midpoint >= -1 && midpoint <= 1))
            throw new IllegalArgumentException("a midpoint is -1..1, not " + midpoint);
    }

    /// The score of a cosine: 0..1, rising.
    public double score(double cosine) {
        return 1 / (1 + Math.exp(-slope * (cosine - midpoint)));
    }
}
