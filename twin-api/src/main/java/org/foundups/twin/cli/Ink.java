package org.foundups.twin.cli;

/// How a piece of text looks, by what it means.
///
/// @see <a
///   href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48,
///   SGR</a>
enum Ink {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    ACCENT("36"),
    GOOD_HEADLINE("1;32"),
    WARNING_HEADLINE("1;33"),
    BAD_HEADLINE("1;31"),
    ACCENT_HEADLINE("1;36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
