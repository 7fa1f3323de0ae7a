package org.foundups.twin.core;

/// Decides what is to become of a target.
@FunctionalInterface
public interface Policy {
    /// Pure. Every doubt becomes `HOLD`.
    Decision decide(Grounds grounds);
}
