package org.foundups.twin.guardrails;

import java.util.List;

/// A word of a folded text.
///
/// @param text as it stands there
/// @param forms all spellings it may be looked up by, `text` first: look-alike letters replaced,
///   stretched letters shortened, the possessive 's left out
/// @param from index in the folded text, inclusive
/// @param to index in the folded text, exclusive
/// @param sentence counted from 0
record Word(String text, List<String> forms, int from, int to, int sentence) {
    boolean is(String other) {
        return forms.contains(other);
    }
}
