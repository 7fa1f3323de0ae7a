package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;

/// Bytes of a JSON file, with one byte of foresight and a sense of place.
final class JsonBytes {
    private static final int UNKNOWN = -2;

    private final InputStream source;
    private int ahead = UNKNOWN;
    private long line = 1;
    private int column;
    private boolean blankSoFar = true;

    JsonBytes(InputStream source) {
        this.source = source;
    }

    /// The next byte, left where it is; -1 at the end.
    int peek() throws IOException {
        if (ahead == UNKNOWN) ahead = source.read();
        return ahead;
    }

    void take() throws IOException {
        var octet = peek();
        ahead = UNKNOWN;
        column++;
        if (!blank(octet)) blankSoFar = false;
        if (octet == '\n') {
            line++;
            column = 0;
            blankSoFar = true;
        }
    }

    void skipBlanks() throws IOException {
        while (blank(peek())) take();
    }

    void skipLine() throws IOException {
        while (peek() >= 0 && peek() != '\n') take();
    }

    private static boolean blank(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    /// The line of the next byte, counted from 1.
    long line() {
        return line;
    }

    /// How many bytes of its line stand before the next byte.
    int column() {
        return column;
    }

    /// Whether only blanks stand before the next byte in its line.
    boolean beginsLine() {
        return blankSoFar;
    }
}
