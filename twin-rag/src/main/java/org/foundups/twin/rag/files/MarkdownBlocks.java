package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The headings and paragraphs of a Markdown file, one after another. Code, quotations of others,
/// link definitions and rules are gone over.
///
/// @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
final class MarkdownBlocks {
    /// A longer line is no heading and no rule.
    private static final int LONGEST = 2_000;

    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:[ \\t]+(.*))?");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
    private static final Pattern RULE = Pattern.compile(" {0,3}([-*_])[ \\t]*(?:\\1[ \\t]*){2,}");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)[ \\t]*");
    private static final Pattern DEFINITION = Pattern.compile(" {0,3}\\[[^\\]]{1,200}\\]:");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s");

    private final ByteLines lines;
    private final LeftOut quotes;
    private boolean inList;

    /// @param quotes where quotations are counted
    MarkdownBlocks(ByteLines lines, LeftOut quotes) {
        this.lines = lines;
        this.quotes = quotes;
    }

    /// A piece of the file.
    sealed interface Block {
        /// Where it begins, counted from 1.
        long line();

        /// What stands above a section.
        ///
        /// @param level 1 to 6
        record Heading(long line, int level, String text) implements Block {}

        record Paragraph(long line, String text) implements Block {}

        /// A paragraph with a line that cannot be read.
        record Unusable(long line, String reason) implements Block {}
    }

    /// The next block; empty at the end.
    Optional<Block> next() throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            switch (line.get()) {
                case ByteLines.Line.Unusable(var number, var reason) -> {
                    overParagraph();
                    return Optional.of(new Block.Unusable(number, reason));
                }
                case ByteLines.Line.Text(var number, var text) -> {
                    var block = beginning(number, text);
                    if (block.isPresent()) return block;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Block> beginning(long number, String text) throws IOException {
        var heading = heading(number, text);
        if (heading.isPresent()) {
            inList = false;
            return heading;
        }
        if (text.isBlank() || isRule(text) || DEFINITION.matcher(text).lookingAt())
            return Optional.empty();
        if (FENCE.matcher(text).matches()) {
            overCode(text);
            return Optional.empty();
        }
        if (text.stripLeading().startsWith(">")) {
            overParagraph();
            quotes.add();
            return Optional.empty();
        }
        if (!inList && (text.startsWith("    ") || text.startsWith("\t"))) return Optional.empty();
        inList =
                ITEM.matcher(text).lookingAt()
                        || (inList && Character.isWhitespace(text.charAt(0)));
        return Optional.of(paragraph(number, text));
    }

    private static boolean isRule(String text) {
        return text.length() <= LONGEST && RULE.matcher(text).matches();
    }

    private static Optional<Block> heading(long number, String text) {
        var heading = HEADING.matcher(text.length() > LONGEST ? "" : text);
        if (!heading.matches()) return Optional.empty();
        var words = heading.group(2) == null ? "" : heading.group(2).strip();
        if (words.endsWith("#")) words = words.replaceAll("(^|[ \\t]+)#+$", "");
        return Optional.of(
                new Block.Heading(number, heading.group(1).length(), MarkdownText.plain(words)));
    }

    private Block paragraph(long begin, String first) throws IOException {
        var text = new StringBuilder(first);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof ByteLines.Line.Unusable(var number, var reason)) {
                overParagraph();
                return new Block.Unusable(number, reason);
            }
            var more = ((ByteLines.Line.Text) line.get()).text();
            if (more.isBlank()) break;
            var underline = UNDERLINE.matcher(more.length() > LONGEST ? "" : more);
            if (underline.matches() && text.indexOf("\n") < 0) {
                var level = underline.group(1).startsWith("=") ? 1 : 2;
                return new Block.Heading(begin, level, MarkdownText.plain(text.toString()));
            }
            if (begins(more)) {
                lines.unread(line.get());
                break;
            }
            if (text.length() < ByteLines.LIMIT) text.append('\n').append(more.strip());
        }
        return new Block.Paragraph(begin, MarkdownText.plain(text.toString()));
    }

    /// Whether a line ends the paragraph above it.
    private static boolean begins(String text) {
        return heading(0, text).isPresent()
                || FENCE.matcher(text).matches()
                || isRule(text)
                || text.stripLeading().startsWith(">");
    }

    private void overParagraph() throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof ByteLines.Line.Text(_, var text)
                    && (text.isBlank() || heading(0, text).isPresent())) {
                lines.unread(line.get());
                return;
            }
        }
    }

    /// Code ends with as many of the same marks as it began with, or with the file.
    private void overCode(String fence) throws IOException {
        var marks = FENCE.matcher(fence).replaceFirst("$1");
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof ByteLines.Line.Text(_, var text)
                    && text.strip().startsWith(marks)
                    && text.strip().replace(marks.substring(0, 1), "").isEmpty()) return;
        }
    }
}
