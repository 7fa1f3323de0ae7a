package org.foundups.twin.rag.files;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows one JSON value byte by byte to where it ends, without understanding it. It gets over
/// what is broken: a raw line end ends a string, a closing bracket closes what was left open
/// within, and an object that begins where no value may stand, no further right than this one, is
/// the next row.
final class JsonScan {
    static final String CUT_OFF = "the file ends within it";
    private static final int LONGEST_NAME = 40;

    private final long line;
    private final int column;
    private final Set<String> lists;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final StringBuilder name = new StringBuilder();

    /// What is open at each depth: true for a brace. A bit each, however deep a hostile file goes.
    private final BitSet braces = new BitSet();

    private int depth;
    private int openBraces;
    private boolean quoted;
    private boolean escaped;
    private int last;
    private long length;
    private boolean holdsRows;
    private @Nullable String fault;

    /// What a byte means.
    enum Step {
        /// It belongs to the value, which goes on.
        INSIDE,
        /// It is the value's last.
        ENDED,
        /// It does not belong to the value, which has ended.
        BEFORE,
        /// It begins a list of rows within the value.
        ROWS
    }

    /// @param column where in its line the value begins
    /// @param lists bare names under which it may hold all rows, if it is an object; empty if it is
    ///   a row itself
    JsonScan(long line, int column, Set<String> lists) {
        this.line = line;
        this.column = column;
        this.lists = lists;
    }

    long line() {
        return line;
    }

    /// What is wrong with the value; null if nothing came up.
    @Nullable String fault() {
        if (length > ByteLines.LIMIT && !holdsRows)
            return "a row of " + length + " bytes; at most " + ByteLines.LIMIT + " are read";
        return fault;
    }

    /// Whether it was no row but an object around rows.
    boolean holdsRows() {
        return holdsRows;
    }

    byte[] json() {
        return kept.toByteArray();
    }

    /// Looks at the next byte.
    ///
    /// @param octet -1 at the end of the file
    /// @param indentation blanks before it in its line; [Integer#MAX_VALUE] if there is more than
    ///   blanks
    Step sees(int octet, int indentation) {
        if (octet < 0) {
            if (depth > 0 || quoted) blame(CUT_OFF);
            return Step.BEFORE;
        }
        if (quoted) return withinString(octet);
        return switch (octet) {
            case '"' -> {
                quoted = true;
                name.setLength(0);
                yield keep(octet);
            }
            case '{', '[' -> opens(octet, indentation);
            case '}', ']' -> closes(octet, indentation);
            case ' ', '\t', '\r', '\n', ',' -> {
                if (depth == 0) yield Step.BEFORE;
                if (octet == ',') last = octet;
                yield keep(octet);
            }
            default -> {
                last = octet;
                yield keep(octet);
            }
        };
    }

    private Step withinString(int octet) {
        if (octet == '\n') {
            blame("a string is not closed on its line");
            quoted = false;
        } else if (escaped) {
            escaped = false;
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            quoted = false;
        }
        if (quoted) {
            if (name.length() < LONGEST_NAME) name.append((char) octet);
        } else {
            escaped = false;
            last = '"';
        }
        return keep(octet);
    }

    private Step opens(int octet, int indentation) {
        if (depth > 0 && braces.get(depth - 1) && last != ':') {
            blame("a brace is not closed, or a value has no name");
            if (octet == '{' && indentation <= column) return Step.BEFORE;
        }
        if (octet == '[' && rowsBegin()) {
            holdsRows = true;
            kept.reset();
            last = ']';
            return Step.ROWS;
        }
        if (octet == '{') openBraces++;
        braces.set(depth++, octet == '{');
        last = octet;
        return keep(octet);
    }

    private boolean rowsBegin() {
        return depth == 1 && last == ':' && lists.contains(Fields.bare(name.toString()));
    }

    private Step closes(int octet, int indentation) {
        var brace = octet == '}';
        var expected = depth > 0 ? braces.get(depth - 1) == brace : !brace;
        if (!expected) blame("its brackets do not match");
        if ((brace ? openBraces : depth - openBraces) == 0)
            return !brace && endsTheList(indentation) ? Step.BEFORE : keep(octet);
        while (braces.get(depth - 1) != brace) closeInnermost();
        closeInnermost();
        last = octet;
        keep(octet);
        return depth == 0 ? Step.ENDED : Step.INSIDE;
    }

    private void closeInnermost() {
        if (braces.get(--depth)) openBraces--;
    }

    /// Further right than the value, the bracket closes something within it that was lost.
    private boolean endsTheList(int indentation) {
        return lists.isEmpty() && (indentation <= column || indentation == Integer.MAX_VALUE);
    }

    private void blame(String reason) {
        if (fault == null) fault = reason;
    }

    private Step keep(int octet) {
        if (++length <= ByteLines.LIMIT && !holdsRows) kept.write(octet);
        return Step.INSIDE;
    }
}
