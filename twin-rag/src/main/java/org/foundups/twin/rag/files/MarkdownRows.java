package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Markdown file: of every heading and its paragraphs, documents of about so many words, cut
/// between paragraphs. They are named after the file, the headings above them and their number
/// there, so that a corrected text takes the place of the older one.
final class MarkdownRows implements RowSource {
    private static final int WORDS = 120;
    private static final int LONGEST_NAME = 120;

    /// Sections that are told apart where they bear the same headings.
    private static final int SECTIONS = 10_000;

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final MarkdownBlocks blocks;
    private final FrontMatter front;
    private final String name;
    private final ImportOptions options;
    private final RowReading reading;
    private final LeftOut quotes =
            new LeftOut(
                    "quotation was left out: it is somebody else's words",
                    "quotations were left out: they are somebody else's words");
    private final Map<String, Integer> parts = new HashMap<>();
    private final Deque<MarkdownBlocks.Block> returned = new ArrayDeque<>();
    private final List<MarkdownBlocks.Block.Heading> headings = new ArrayList<>();
    private @Nullable String opening;

    private MarkdownRows(
            ByteLines lines,
            FrontMatter front,
            String name,
            ImportOptions options,
            RowReading reading) {
        this.blocks = new MarkdownBlocks(lines, quotes);
        this.front = front;
        this.name = name;
        this.options = options;
        this.reading = reading;
    }

    /// Reads what stands before the text.
    static MarkdownRows of(
            ByteLines lines, SourceFile file, ImportOptions options, RowReading reading)
            throws IOException {
        return new MarkdownRows(lines, FrontMatter.of(lines), name(file), options, reading);
    }

    /// A file that is called like many others is named after its folder too.
    private static String name(SourceFile file) {
        var common = file.stem().toLowerCase(Locale.ROOT).matches("_?index|readme");
        return common && !file.folder().isEmpty() ? file.folder() + "/" + file.stem() : file.stem();
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (var block = block(); block.isPresent(); block = block()) {
            switch (block.get()) {
                case MarkdownBlocks.Block.Heading heading -> under(heading);
                case MarkdownBlocks.Block.Unusable(var line, var reason) -> {
                    return Optional.of(new ImportRow.Broken(line, reason));
                }
                case MarkdownBlocks.Block.Paragraph paragraph -> {
                    if (!paragraph.text().isEmpty()) return Optional.of(row(paragraph));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<MarkdownBlocks.Block> block() throws IOException {
        return returned.isEmpty() ? blocks.next() : Optional.of(returned.removeFirst());
    }

    private void under(MarkdownBlocks.Block.Heading heading) {
        headings.removeIf(above -> above.level() >= heading.level());
        headings.add(heading);
        opening = heading.text();
    }

    private ImportRow row(MarkdownBlocks.Block.Paragraph first) throws IOException {
        var text = new StringBuilder();
        if (opening != null && !opening.isEmpty()) text.append(opening).append("\n\n");
        opening = null;
        text.append(first.text());
        var words = words(first.text());
        for (var more = block(); more.isPresent(); more = block()) {
            if (!(more.get() instanceof MarkdownBlocks.Block.Paragraph(_, var words2))
                    || words + words(words2) > WORDS) {
                returned.addFirst(more.get());
                break;
            }
            words += words(words2);
            if (!words2.isEmpty()) text.append("\n\n").append(words2);
        }
        return reading.row(first.line(), values(text.toString()).byName());
    }

    private static long words(String text) {
        return WORD.matcher(text).results().limit(WORDS + 1L).count();
    }

    private RowValues values(String text) {
        var author = front.first("author", "authors");
        return new RowValues()
                .with(Fields.TEXT, text)
                .with(Fields.SOURCE_ID, sourceId())
                .with(Fields.SOURCE_TYPE, Objects.requireNonNullElse(options.sourceType(), "post"))
                .with(Fields.URL, url())
                .with(Fields.SPEAKER, options.isOwn(author) ? options.persona() : author)
                .with(
                        Fields.CREATED_AT,
                        Moments.dated(front.first("date", "published"), options.zone()))
                .with(Fields.TAGS, front.first("tags", "keywords", "categories"));
    }

    /// Generators also take addresses within the site, which lead nowhere alone.
    private @Nullable String url() {
        var url = front.first("canonical_url", "url", "permalink", "link");
        return url != null && url.matches("https?://\\S+") ? url : null;
    }

    private String sourceId() {
        var path = new StringBuilder(name);
        for (var heading : headings) path.append('#').append(slug(heading.text()));
        var key = path.length() <= LONGEST_NAME ? path.toString() : shortened(path.toString());
        if (parts.size() > SECTIONS) parts.clear();
        return key + "#" + parts.merge(key, 1, Integer::sum);
    }

    private static String shortened(String path) {
        return path.substring(0, LONGEST_NAME) + "~" + Integer.toHexString(path.hashCode());
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public List<String> notes() {
        return LeftOut.notes(quotes);
    }
}
