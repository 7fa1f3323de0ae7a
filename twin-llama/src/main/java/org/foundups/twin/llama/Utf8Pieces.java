package org.foundups.twin.llama;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Makes text of the bytes of tokens. A token may end in the middle of a character; the rest of it
/// is waited for. Bytes that can never become a character turn into U+FFFD; a character that the
/// end of the text cuts off is left out.
final class Utf8Pieces {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] unfinished = new byte[0];

    /// Takes more bytes, and gives the whole characters there are now, if any.
    String accept(byte[] piece) {
        var in = ByteBuffer.allocate(unfinished.length + piece.length).put(unfinished).put(piece);
        in.flip();
        var out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        unfinished = new byte[in.remaining()];
        in.get(unfinished);
        return out.flip().toString();
    }
}
