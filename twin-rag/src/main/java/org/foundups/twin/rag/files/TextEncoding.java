package org.foundups.twin.rag.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// How a file's bytes are characters.
///
/// @param markLength bytes of the byte order mark, which are skipped
record TextEncoding(Charset charset, int markLength) {
    /// A byte order mark decides; without one the named encoding, and without a name UTF-8. Nothing
    /// is guessed from letters: a wrong guess would store garbage silently.
    ///
    /// @throws TwinException VALIDATION if no such encoding exists, or the file is not text
    static TextEncoding of(byte[] head, @Nullable String named) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) return new TextEncoding(StandardCharsets.UTF_8, 3);
        if (begins(head, 0xFF, 0xFE)) return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        if (begins(head, 0xFE, 0xFF)) return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        if (named != null && !named.isBlank()) return new TextEncoding(charset(named), 0);
        if (binary(head))
            throw new TwinException(
                    TwinException.Code.VALIDATION,
                    "The file is not text: it holds many zero or control bytes. If it is UTF-16"
                            + " without a byte order mark, name the encoding, for example UTF-16LE.");
        return new TextEncoding(StandardCharsets.UTF_8, 0);
    }

    boolean utf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    String id() {
        return charset.name();
    }

    /// The beginning of a file as characters, for looking at it.
    String beginning(byte[] head) {
        return new String(head, markLength, head.length - markLength, charset);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new TwinException(
                    TwinException.Code.VALIDATION,
                    "There is no encoding of that name; use for example UTF-8 or windows-1252.");
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    /// A stray control byte is its row's affair; one in twenty is no text.
    private static boolean binary(byte[] head) {
        var controls = 0;
        for (var octet : head) {
            if (octet >= 0 && octet < ' ' && "\t\n\r\f".indexOf(octet) < 0) controls++;
        }
        return controls > 8 && controls * 20L > head.length;
    }

    /// Decodes strictly.
    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// Where bytes stop being UTF-8, and what may be done.
    static String fault(byte[] bytes) {
        var unread = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .decode(unread, CharBuffer.allocate(bytes.length + 1), true);
        var at = Math.min(unread.position(), bytes.length - 1);
        return String.format(
                Locale.ROOT,
                "byte %d (0x%02X) is not UTF-8; if the whole file is in another encoding, name it,"
                        + " for example windows-1252",
                at + 1,
                bytes[at]);
    }
}
