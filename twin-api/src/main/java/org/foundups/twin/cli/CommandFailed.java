package org.foundups.twin.cli;

import java.util.List;

/// A command that comes to no good end: what a person is told, and what a script is told.
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<String> advice;

    /// @param sentence what is wrong
    /// @param advice further lines: each mistake, or what to do next
    CommandFailed(Exit exit, String sentence, List<String> advice) {
        super(sentence);
        this.exit = exit;
        this.advice = List.copyOf(advice);
    }

    static CommandFailed because(Exit exit, String sentence, String... advice) {
        return new CommandFailed(exit, sentence, List.of(advice));
    }

    Exit exit() {
        return exit;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    List<String> advice() {
        return advice;
    }
}
