package org.foundups.twin.api;

import java.util.List;

/// A request with at least one violation; it carries them all.
final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    Invalid(List<Violation> violations) {
        super("the request has " + violations.size() + " violations");
        this.violations = List.copyOf(violations);
    }

    static Invalid at(String pointer, String code, String message) {
        return new Invalid(List.of(new Violation(pointer, code, message)));
    }

    List<Violation> violations() {
        return violations;
    }
}
