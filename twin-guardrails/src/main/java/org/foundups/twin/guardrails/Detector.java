package org.foundups.twin.guardrails;

/// Looks for one thing in what came in. Pure.
@FunctionalInterface
interface Detector {
    Sign look(Subject subject);
}
