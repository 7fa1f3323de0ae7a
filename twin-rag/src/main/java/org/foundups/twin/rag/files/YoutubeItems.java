package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the YouTube Data API answers to `commentThreads.list` and `comments.list`: one response, a
/// list of them, or responses or their items one a line. Only the creator's own comments are
/// stored.
///
/// @see <a href="https://developers.google.com/youtube/v3/docs/commentThreads/list">The API</a>
final class YoutubeItems implements ArchiveItems {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonPieces pieces;
    private final ImportOptions options;
    private final Deque<ArchiveItem> ready = new ArrayDeque<>();
    private final LeftOut others =
            new LeftOut(
                    "comment by others was read and not stored",
                    "comments by others were read and not stored");
    private long own;

    YoutubeItems(InputStream text, ImportOptions options) {
        this.pieces = new JsonPieces(text, JsonPieces.Shape.RESPONSES);
        this.options = options;
    }

    @Override
    public Optional<ArchiveItem> next() throws IOException {
        while (ready.isEmpty()) {
            var piece = pieces.next();
            if (piece.isEmpty()) return Optional.empty();
            switch (piece.get()) {
                case JsonPieces.Piece.Unusable(var line, var reason) ->
                        ready.add(new ArchiveItem.Broken(line, reason));
                case JsonPieces.Piece.Json(var line, var text, _) -> read(line, text);
            }
        }
        return Optional.of(ready.removeFirst());
    }

    private void read(long line, String json) {
        try {
            var node = MAPPER.readTree(json);
            if (node.isArray()) node.forEach(item -> item(line, item));
            else item(line, node);
        } catch (JacksonException failure) {
            ready.add(new ArchiveItem.Broken(line, JsonRow.fault(failure)));
        }
    }

    private void item(long line, JsonNode item) {
        if (item.path("snippet").path("topLevelComment").isObject()) {
            thread(line, item);
        } else {
            YoutubeComment.of(item, null)
                    .ifPresentOrElse(comment -> reply(line, comment), () -> broken(line));
        }
    }

    private void broken(long line) {
        ready.add(new ArchiveItem.Broken(line, "not a comment of the YouTube Data API"));
    }

    /// A thread brings what its replies answered, as far as they do not answer each other beyond
    /// the few that it holds.
    private void thread(long line, JsonNode item) {
        var snippet = item.path("snippet");
        var video = YoutubeComment.string(snippet, "videoId");
        var comments = new ArrayList<YoutubeComment>();
        var nodes = new ArrayList<JsonNode>();
        nodes.add(snippet.path("topLevelComment"));
        item.path("replies").path("comments").forEach(nodes::add);
        for (var node : nodes)
            YoutubeComment.of(node, video).ifPresentOrElse(comments::add, () -> broken(line));
        var said = comments.stream().map(YoutubeComment::said).toList();
        for (var comment : comments) add(line, comment, said);
    }

    private void add(long line, YoutubeComment comment, List<Said> thread) {
        var key = comment.thread() == null ? comment.id() : comment.thread();
        if (!comment.by(options)) {
            others.add();
            ready.add(new ArchiveItem.Other(key, comment.said()));
            return;
        }
        var values = comment.values(options.persona());
        if (comment.thread() != null)
            values.with(Fields.IN_REPLY_TO, Threads.answered(comment.said(), thread));
        owned(line, comment, values, key, null);
    }

    /// A comment by itself: what it answered may stand anywhere in the file.
    private void reply(long line, YoutubeComment comment) {
        var thread = comment.thread();
        if (thread == null) {
            add(line, comment, List.of());
        } else if (comment.by(options)) {
            owned(line, comment, comment.values(options.persona()), thread, thread);
        } else {
            others.add();
            ready.add(new ArchiveItem.Other(thread, comment.said()));
        }
    }

    private void owned(
            long line,
            YoutubeComment comment,
            RowValues values,
            @Nullable String thread,
            @Nullable String answers) {
        own++;
        ready.add(new ArchiveItem.Own(line, values, comment.said(), thread, answers));
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<>(LeftOut.notes(others));
        if (own == 0 && others.count() > 0)
            notes.add(
                    "None of the comments is the creator's, who is known here as "
                            + String.join(", ", options.own().stream().sorted().limit(10).toList())
                            + ": add the channel id, handle or display name to the persona's"
                            + " handles.");
        return notes;
    }
}
