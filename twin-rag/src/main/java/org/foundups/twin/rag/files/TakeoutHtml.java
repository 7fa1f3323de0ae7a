package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The HTML in which Google Takeout gave comments and live chat messages until about 2023: list
/// items of a sentence with links and a time in UTC, a line break, and the text, as in `Sent at
/// 2020-04-27 23:18:23 UTC while watching <a href="…/watch?v=…">a video</a>.<br/>text`. The words
/// of the sentence differ by language and are not read.
///
/// @see <a href="https://github.com/purarue/google_takeout_parser">google_takeout_parser</a>
final class TakeoutHtml implements ArchiveItems {
    private final HtmlPieces pieces;
    private final TakeoutKind kind;
    private final String persona;
    private final LeftOut empty =
            new LeftOut(
                    "list item that holds no text was left out",
                    "list items that hold no text were left out");

    TakeoutHtml(InputStream text, TakeoutKind kind, String persona) {
        this.pieces = new HtmlPieces(text);
        this.kind = kind;
        this.persona = persona;
    }

    @Override
    public Optional<ArchiveItem> next() throws IOException {
        for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            switch (piece.get()) {
                case HtmlPieces.Piece.Unusable(var line, var reason) -> {
                    return Optional.of(new ArchiveItem.Broken(line, reason));
                }
                case HtmlPieces.Piece.Html(var line, var html) -> {
                    var comment = comment(line, html);
                    if (comment.isPresent()) return comment.map(known -> known.item(persona));
                    empty.add();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TakeoutComment> comment(long line, String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        var whole = HtmlText.of(body);
        var sentence = whole.lines().findFirst().orElse("");
        var text = whole.substring(Math.min(sentence.length(), whole.length())).strip();
        if (text.isEmpty()) return Optional.empty();
        var video = parameter(body, "v");
        var time = Moments.utcIn(sentence);
        var id = kind == TakeoutKind.COMMENTS ? parameter(body, "lc") : null;
        return Optional.of(
                new TakeoutComment(
                        line,
                        id == null ? named(video, time) : id,
                        threadOf(id),
                        video,
                        null,
                        time,
                        text));
    }

    /// A name for what has none, by which a second export finds it again.
    private static @Nullable String named(@Nullable String video, @Nullable String time) {
        return video == null || time == null ? null : video + "@" + time;
    }

    /// The thread of a reply, whose id begins with it: `THREAD.REPLY`.
    static @Nullable String threadOf(@Nullable String id) {
        var dot = id == null ? -1 : id.indexOf('.');
        return id == null || dot < 1 ? null : id.substring(0, dot);
    }

    /// A parameter of the first link that has it. The links of the text itself come last.
    private static @Nullable String parameter(Element item, String name) {
        return item.select("a[href]").stream()
                .map(link -> parameter(link.attr("href"), name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String parameter(String link, String name) {
        try {
            var address = new URI(link);
            var host = address.getHost();
            if (host == null || !host.endsWith("youtube.com") || address.getQuery() == null)
                return null;
            return Arrays.stream(address.getQuery().split("&", -1))
                    .filter(part ->
                            part.startsWith(name + "=") && part.length() > name.length() + 1)
                    .map(part -> part.substring(name.length() + 1))
                    .findFirst()
                    .orElse(null);
        } catch (URISyntaxException _) {
            return null;
        }
    }

    @Override
    public List<String> notes() {
        return LeftOut.notes(empty);
    }
}
