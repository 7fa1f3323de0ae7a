package org.foundups.twin.rag.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Opens a file of Google Takeout, which is HTML if it is old and CSV if not.
record Takeout(TakeoutKind kind, String persona) implements ArchiveItems.Opening {
    private static final int BLANKS = 1024;

    @Override
    public ArchiveItems of(InputStream text) throws IOException {
        var bytes = new BufferedInputStream(text);
        return beginsMarkup(bytes)
                ? new TakeoutHtml(bytes, kind, persona)
                : TakeoutCsv.of(bytes, kind, persona);
    }

    private static boolean beginsMarkup(InputStream bytes) throws IOException {
        bytes.mark(BLANKS);
        try {
            for (int i = 0; i < BLANKS; i++) {
                var octet = bytes.read();
                if (octet > ' ' || octet < 0) return octet == '<';
            }
            return false;
        } finally {
            bytes.reset();
        }
    }
}
