package org.foundups.twin.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text so that no piece holds a mark, without losing a character.
final class MarkCutter {
    private MarkCutter() {}

    /// Cuts each mark in each piece.
    ///
    /// @param marks texts of at least two characters; shorter ones cannot be cut and are let
    ///   through
    /// @return pieces that make up the same text, each mark cut after its first character
    static List<String> cut(List<String> pieces, Set<String> marks) {
        var cut = new ArrayList<>(pieces);
        for (var mark : marks) {
            if (mark.codePointCount(0, mark.length()) < 2) continue;
            var next = new ArrayList<String>();
            for (var piece : cut) cut(piece, mark, next);
            cut = next;
        }
        return cut;
    }

    private static void cut(String text, String mark, List<String> into) {
        var inside = Character.charCount(mark.codePointAt(0));
        var from = 0;
        for (var at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
            into.add(text.substring(from, at + inside));
            from = at + inside;
        }
        into.add(text.substring(from));
    }
}
