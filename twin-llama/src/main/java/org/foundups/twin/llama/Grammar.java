package org.foundups.twin.llama;

/// What the text must look like.
///
/// @param rules in GBNF, with a rule `root`
/// @param field of the request it came from, for messages
record Grammar(String rules, String field) {
    /// The longest grammar taken, in characters.
    static final int LIMIT = 64 * 1024;

    private static final int DEEPEST = 64;

    Grammar {
        if (rules.isBlank()) throw ApiError.invalid(field, "the grammar is empty");
        if (rules.length() > LIMIT) {
            throw ApiError.invalid(field, "the grammar is longer than " + LIMIT + " characters");
        }
        if (rules.indexOf('\0') >= 0) {
            throw ApiError.invalid(field, "the grammar contains a NUL character");
        }
        // The native reader calls itself for each bracket; too many would end the process.
        if (depth(rules) > DEEPEST) {
            throw ApiError.invalid(field, "brackets are nested deeper than " + DEEPEST);
        }
    }

    /// Brackets inside quotes count, too: that is too strict by a hair, and safe.
    private static int depth(String rules) {
        var depth = 0;
        var deepest = 0;
        for (var i = 0; i < rules.length(); i++) {
            if (rules.charAt(i) == '(') deepest = Math.max(deepest, ++depth);
            if (rules.charAt(i) == ')') depth = Math.max(0, depth - 1);
        }
        return deepest;
    }
}
