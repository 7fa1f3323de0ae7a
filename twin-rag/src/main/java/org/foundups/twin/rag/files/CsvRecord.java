package org.foundups.twin.rag.files;

import java.util.ArrayList;
import java.util.List;

/// One record of a CSV file under construction (RFC 4180): fed line by line until its quotes are
/// closed.
final class CsvRecord {
    private final char separator;
    private final boolean backslashes;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;
    private boolean closed;
    private boolean malformed;
    private int length;

    /// @param backslashes whether `\"` within quotes is a quote, as some exports write it
    CsvRecord(char separator, boolean backslashes) {
        this.separator = separator;
        this.backslashes = backslashes;
    }

    /// Takes one more line in.
    ///
    /// @return whether the record is whole
    boolean feed(String line) {
        length += line.length() + 1;
        if (quoted) field.append('\n');
        for (int i = 0; i < line.length(); i++) i = take(line, i);
        if (!quoted) end();
        return !quoted;
    }

    private int take(String line, int i) {
        var symbol = line.charAt(i);
        if (quoted) return within(line, i, symbol);
        if (symbol == separator) {
            end();
        } else if (symbol == '"' && field.isEmpty() && !closed) {
            quoted = true;
        } else {
            if (closed) malformed = true;
            field.append(symbol);
        }
        return i;
    }

    /// A doubled quote is a quote; a single one ends quoting.
    private int within(String line, int i, char symbol) {
        if (backslashes && symbol == '\\' && escapes(line, i)) {
            field.append(line.charAt(i + 1));
            return i + 1;
        }
        if (symbol != '"') {
            field.append(symbol);
            return i;
        }
        if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
            field.append('"');
            return i + 1;
        }
        quoted = false;
        closed = true;
        return i;
    }

    /// Whether a backslash stands before a quote, or before one that does.
    private static boolean escapes(String line, int i) {
        return line.startsWith("\\\"", i) || line.startsWith("\\\\\"", i);
    }

    private void end() {
        fields.add(field.toString());
        field.setLength(0);
        closed = false;
    }

    /// Whether something stands between a closing quote and the end of its field.
    boolean malformed() {
        return malformed;
    }

    /// Characters taken in so far.
    int length() {
        return length;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }
}
