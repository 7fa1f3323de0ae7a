package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The posts of an archive of X: `window.YTD.tweets.part0 = [{"tweet": {…}}, …]`, in older archives
/// `window.YTD.tweet.part0 = [{…}, …]`, or the list alone. Everything in it is by the account's
/// owner but what is posted again.
final class TweetItems implements ArchiveItems {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonPieces pieces;
    private final String persona;
    private final LeftOut retweets =
            new LeftOut(
                    "repost of others' words was read and not stored",
                    "reposts of others' words were read and not stored");
    private final LeftOut empty =
            new LeftOut(
                    "post without words, as of a picture, was left out",
                    "posts without words, as of pictures, were left out");

    TweetItems(InputStream text, String persona) {
        this.pieces = new JsonPieces(text, JsonPieces.Shape.SCRIPT);
        this.persona = persona;
    }

    @Override
    public Optional<ArchiveItem> next() throws IOException {
        for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            var item =
                    switch (piece.get()) {
                        case JsonPieces.Piece.Unusable(var line, var reason) ->
                                Optional.<ArchiveItem>of(new ArchiveItem.Broken(line, reason));
                        case JsonPieces.Piece.Json(var line, var text, _) -> item(line, text);
                    };
            if (item.isPresent()) return item;
        }
        return Optional.empty();
    }

    private Optional<ArchiveItem> item(long line, String json) {
        try {
            var node = MAPPER.readTree(json);
            var tweet = new Tweet(node.path("tweet").isObject() ? node.path("tweet") : node);
            return tweet.valid()
                    ? item(line, tweet)
                    : Optional.of(
                            new ArchiveItem.Broken(
                                    line,
                                    "not a post of an X archive; posts are in data/tweets.js"));
        } catch (JacksonException failure) {
            return Optional.of(new ArchiveItem.Broken(line, JsonRow.fault(failure)));
        }
    }

    private Optional<ArchiveItem> item(long line, Tweet tweet) {
        if (tweet.isRetweet()) {
            retweets.add();
            return Optional.empty();
        }
        var text = tweet.text();
        if (text.isBlank()) {
            empty.add();
            return Optional.empty();
        }
        return Optional.of(
                new ArchiveItem.Own(
                        line,
                        tweet.values(persona),
                        Said.alone(text),
                        tweet.id(),
                        tweet.answers()));
    }

    @Override
    public List<String> notes() {
        return LeftOut.notes(retweets, empty);
    }
}
