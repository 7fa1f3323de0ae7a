package org.foundups.twin.rag.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands between two lines of `---` at the beginning of a Markdown file: names and values, a
/// small part of YAML as static site generators use it.
///
/// @see <a href="https://jekyllrb.com/docs/front-matter/">Front matter</a>
record FrontMatter(Map<String, String> values) {
    private static final int LONGEST = 200;

    FrontMatter {
        values = Map.copyOf(values);
    }

    /// Takes it off the beginning; what is none is left there.
    static FrontMatter of(ByteLines lines) throws IOException {
        var taken = new ArrayList<ByteLines.Line>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            taken.add(line.get());
            var text = text(line.get());
            if (taken.size() == 1 && !text.strip().equals("---")) break;
            if (taken.size() > 1 && text.strip().matches("---|\\.\\.\\."))
                return read(taken.subList(1, taken.size() - 1));
            if (taken.size() > LONGEST) break;
        }
        taken.reversed().forEach(lines::unread);
        return new FrontMatter(Map.of());
    }

    private static String text(ByteLines.Line line) {
        return line instanceof ByteLines.Line.Text(_, var text) ? text : "";
    }

    private static FrontMatter read(List<ByteLines.Line> lines) {
        var values = new HashMap<String, String>();
        var name = "";
        for (var line : lines) {
            var text = text(line);
            var colon = text.indexOf(':');
            if (text.strip().startsWith("- ")) {
                values.merge(name, plain(text.strip().substring(2)), (a, b) -> a + "\n" + b);
            } else if (colon > 0 && !Character.isWhitespace(text.charAt(0))) {
                name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                var value = plain(text.substring(colon + 1));
                if (!value.isEmpty()) values.put(name, value);
            }
        }
        return new FrontMatter(values);
    }

    /// Without the brackets of a list and quotes.
    private static String plain(String value) {
        var bare = value.strip();
        if (bare.startsWith("[") && bare.endsWith("]"))
            return bare.substring(1, bare.length() - 1).replaceAll("[\"']", "");
        for (var quote : List.of("\"", "'")) {
            if (bare.length() > 1 && bare.startsWith(quote) && bare.endsWith(quote))
                return bare.substring(1, bare.length() - 1);
        }
        return bare;
    }

    /// The first of these names that has a value.
    @Nullable String first(String... names) {
        for (var name : names) {
            var value = values.get(name);
            if (value != null && !value.isBlank()) return value;
        }
        return null;
    }
}
