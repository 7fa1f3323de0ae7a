package org.foundups.twin.rag.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file's text, from its beginning as often as a format needs it.
record SourceText(SourceFile file, TextEncoding encoding) {
    /// Opens it anew, as UTF-8 without byte order mark. The caller closes the stream.
    InputStream open() throws IOException {
        var bytes = new BufferedInputStream(file.open());
        try {
            bytes.skipNBytes(encoding.markLength());
        } catch (IOException failure) {
            bytes.close();
            throw failure;
        }
        return encoding.utf8() ? bytes : new Utf8Stream(bytes, encoding.charset());
    }
}
