package org.foundups.twin.guardrails;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Each decoder reads one token and answers with its bytes, or with null if it is not written that
/// way.
final class Decoders {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Decoders() {}

    static byte @Nullable [] base64(String token) {
        var body = token.replace('-', '+').replace('_', '/').replaceAll("=+$", "");
        if (!body.chars().allMatch(Decoders::base64Digit)) return null;
        try {
            return Base64.getDecoder().decode(body.substring(0, body.length() - overhang(body)));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// One digit alone at the end carries no whole byte.
    private static int overhang(String body) {
        return body.length() % 4 == 1 ? 1 : 0;
    }

    private static boolean base64Digit(int character) {
        return character < 0x80
                && (Character.isLetterOrDigit(character) || character == '+' || character == '/');
    }

    static byte @Nullable [] base32(String token) {
        var body = token.replaceAll("=+$", "");
        if (!body.equals(body.toUpperCase(Locale.ROOT))) return null;
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = BASE32.indexOf(body.charAt(i));
            if (digit < 0) return null;
            buffer = ((buffer << 5) | digit) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((buffer >> bits) & 0xFF);
            }
        }
        return bytes.toByteArray();
    }

    static byte @Nullable [] hex(String token) {
        var body = token.startsWith("0x") || token.startsWith("0X") ? token.substring(2) : token;
        if (body.length() % 2 != 0) return null;
        var bytes = new byte[body.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(body.charAt(2 * i), 16);
            int low = Character.digit(body.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) return null;
            bytes[i] = (byte) ((high << 4) | low);
        }
        return bytes;
    }

    /// Percent-encoding and quoted-printable: `%69` or `=69`, at least three of them.
    static byte @Nullable [] escapedBytes(String token) {
        var bytes = new ByteArrayOutputStream();
        int escapes = 0;
        for (int i = 0; i < token.length(); i++) {
            char character = token.charAt(i);
            boolean escape =
                    (character == '%' || character == '=')
                            && i + 2 < token.length()
                            && Character.digit(token.charAt(i + 1), 16) >= 0
                            && Character.digit(token.charAt(i + 2), 16) >= 0;
            if (escape) {
                bytes.write(Integer.parseInt(token.substring(i + 1, i + 3), 16));
                escapes++;
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return escapes < 3 ? null : bytes.toByteArray();
    }

    static byte @Nullable [] ascii85(String token) {
        var body = token.startsWith("<~") ? token.substring(2) : token;
        if (body.endsWith("~>")) body = body.substring(0, body.length() - 2);
        else if (body.length() < 20 || body.chars().allMatch(Character::isLetterOrDigit))
            return null;
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < body.length(); i += 5) {
            var group = body.substring(i, Math.min(i + 5, body.length()));
            var decoded = group85(group);
            if (decoded == null) return null;
            bytes.writeBytes(decoded);
        }
        return bytes.toByteArray();
    }

    private static byte @Nullable [] group85(String group) {
        long value = 0;
        for (int i = 0; i < 5; i++) {
            int digit = i < group.length() ? group.charAt(i) - '!' : 84;
            if (digit < 0 || digit > 84) return null;
            value = value * 85 + digit;
        }
        var bytes = new byte[4];
        for (int i = 0; i < 4; i++) bytes[i] = (byte) (value >> (8 * (3 - i)));
        return Arrays.copyOf(bytes, Math.max(0, group.length() - 1));
    }
}
