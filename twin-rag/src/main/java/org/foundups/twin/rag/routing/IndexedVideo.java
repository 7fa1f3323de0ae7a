package org.foundups.twin.rag.routing;

import org.foundups.twin.rag.video.Segment;
import org.foundups.twin.rag.video.Track.Kind;
import org.foundups.twin.rag.video.VideoFile;
import org.foundups.twin.rag.video.VideoIndex;
import org.jspecify.annotations.Nullable;

/// A video of which an index file was read, or could not be read.
///
/// @param label which writer's form the file has; `unreadable` if it could not be read
/// @param segments of the primary track
/// @param item what the rules may know
public record IndexedVideo(
        String videoId,
        @Nullable String channel,
        @Nullable String title,
        @Nullable String sourceFile,
        String label,
        int segments,
        IndexItem item) {
    /// Describes a file.
    ///
    /// @param videoId of a file that could not be read: what its name says
    public static IndexedVideo of(VideoFile file, String videoId, @Nullable String sourceFile) {
        return switch (file) {
            case VideoFile.Read(var video) ->
                    new IndexedVideo(
                            video.videoId(),
                            video.channel(),
                            video.title(),
                            sourceFile,
                            video.label().shown(),
                            segments(video),
                            IndexItem.of(file));
            case VideoFile.Unreadable _ ->
                    new IndexedVideo(
                            videoId, null, null, sourceFile, "unreadable", 0, IndexItem.of(file));
        };
    }

    private static int segments(VideoIndex video) {
        return video.track(Kind.PRIMARY).stream()
                .mapToInt(
                        track -> (int) track.segments().stream().filter(Segment::isSpeech).count())
                .sum();
    }
}
