package org.foundups.twin.guardrails;

/// One character for the many that look the same to a reader.
final class Typography {
    private Typography() {}

    /// The plain twin of a space, line end, quote, dash or letter in a box; else the character
    /// itself.
    static int simple(int codePoint) {
        return switch (codePoint) {
            case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0xB4, 0xFF07 -> '\'';
            case 0x201C,
                    0x201D,
                    0x201E,
                    0x201F,
                    0xAB,
                    0xBB,
                    0x300C,
                    0x300D,
                    0x300E,
                    0x300F,
                    0xFF02 ->
                    '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            case 0x85, 0x2028, 0x2029 -> '\n';
            default -> {
                if (Character.isSpaceChar(codePoint)) yield ' ';
                yield boxed(codePoint);
            }
        };
    }

    private static int boxed(int codePoint) {
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) return 'a' + codePoint - 0x1F150;
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) return 'a' + codePoint - 0x1F170;
        return codePoint;
    }
}
