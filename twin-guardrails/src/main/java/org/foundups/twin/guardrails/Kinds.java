package org.foundups.twin.guardrails;

import org.foundups.twin.core.Target;

/// Names what is written where, as the settings do.
final class Kinds {
    private Kinds() {}

    /// `platform.kind`, in lower case.
    static String of(Target target) {
        return target.account().platform().id() + "." + target.kind().id();
    }
}
