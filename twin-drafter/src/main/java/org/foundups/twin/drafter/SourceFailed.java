package org.foundups.twin.drafter;

import org.jspecify.annotations.Nullable;

/// A source did not give the file. The message is a sentence that says why.
final class SourceFailed extends Exception {
    private static final long serialVersionUID = 1L;

    SourceFailed(String sentence) {
        this(sentence, null);
    }

    SourceFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
