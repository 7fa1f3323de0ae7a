package org.foundups.twin.core;

/// Judges whether a target deserves words.
@FunctionalInterface
public interface Appraiser {
    /// Pure: the same recollection is always appraised alike.
    Appraisal appraise(Recollection recollection);
}
