package org.foundups.twin.rag.routing;

import org.foundups.twin.rag.video.VideoFile;
import org.foundups.twin.rag.video.VideoIndex;
import org.foundups.twin.rag.video.VideoIndex.Share;
import org.jspecify.annotations.Nullable;

/// What the rules may know of an index item.
///
/// @param channel lower case, by its name of today; null if nobody knows
/// @param category lower case; null if the file knows none
/// @param unreadable why the file could not be read; null if it could
/// @param hasText whether any segment has text
/// @param share how much of what is said the creator says; null if no speaker is known
/// @param verbatim whether that share was counted on words as they were spoken
public record IndexItem(
        @Nullable String channel,
        @Nullable String category,
        @Nullable String unreadable,
        boolean hasText,
        @Nullable Share share,
        boolean verbatim) {
    /// Reads what is to be known from a file.
    public static IndexItem of(VideoFile file) {
        return switch (file) {
            case VideoFile.Unreadable fault ->
                    new IndexItem(null, null, fault.message(), false, null, false);
            case VideoFile.Read(var video) -> of(video);
        };
    }

    private static IndexItem of(VideoIndex video) {
        var track = video.knowingTrack();
        return new IndexItem(
                video.channel(),
                video.category(),
                null,
                video.hasText(),
                video.ownShare().orElse(null),
                track.filter(knowing -> knowing.origin().isVerbatim()).isPresent());
    }

    /// 0 to 1; 0 if no speaker is known.
    double ownShare() {
        return share == null ? 0 : share.value();
    }
}
