package org.foundups.twin.api;

import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a text may be where, in characters, `twin.limits.*`. Every platform counts in its own
/// way; the numbers suit the larger of code points and UTF-16 units.
///
/// @param maxEmoji most emoji where a caller names no number
@ConfigurationProperties(prefix = "twin.limits", ignoreUnknownFields = false)
record PlatformLimits(
        @DefaultValue Comment youtubeComment,
        @DefaultValue LiveMessage youtubeLiveMessage,
        @DefaultValue LinkedIn linkedin,
        @DefaultValue X x,
        @DefaultValue("2") int maxEmoji) {
    /// What drafts aim at, and above what the platform refuses.
    sealed interface Limit {
        int usual();

        int most();
    }

    record Comment(@DefaultValue("300") int usual, @DefaultValue("10000") int most)
            implements Limit {
        Comment {
            check(usual, most);
        }
    }

    record LiveMessage(@DefaultValue("160") int usual, @DefaultValue("200") int most)
            implements Limit {
        LiveMessage {
            check(usual, most);
        }
    }

    record LinkedIn(@DefaultValue("300") int usual, @DefaultValue("1250") int most)
            implements Limit {
        LinkedIn {
            check(usual, most);
        }
    }

    record X(@DefaultValue("240") int usual, @DefaultValue("280") int most) implements Limit {
        X {
            check(usual, most);
        }
    }

    private static void check(int usual, int most) {
        if (usual < 1 || most < usual) {
            throw new IllegalArgumentException("twin.limits: 1 <= usual <= most is needed");
        }
    }

    /// What holds for one target.
    record Bounds(int usualChars, int mostChars, int maxEmoji) {}

    Bounds of(Target target) {
        Limit limit =
                switch (target.account().platform()) {
                    case YOUTUBE ->
                            target.kind() == TargetKind.LIVE_MESSAGE
                                    ? youtubeLiveMessage
                                    : youtubeComment;
                    case LINKEDIN -> linkedin;
                    case X -> x;
                };
        return new Bounds(limit.usual(), limit.most(), maxEmoji);
    }
}
