package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.rag.routing.IndexedVideo;
import org.foundups.twin.rag.video.Track;
import org.foundups.twin.rag.video.VideoFile;
import org.foundups.twin.rag.video.VideoIndex;

/// The passages of a video index file, after the video itself. The file is held whole, because its
/// marks may stand at its end; the format allows no more than 64 MiB of it.
final class VideoRows implements RowSource {
    private final VideoFile video;
    private final Deque<ImportRow> first = new ArrayDeque<>();
    private final Iterator<RowSource> passages;
    private RowSource current = Optional::empty;

    private VideoRows(VideoFile video, IndexedVideo described, ImportOptions options) {
        this.video = video;
        first.add(new ImportRow.Video(1, described));
        passages =
                switch (video) {
                    case VideoFile.Read(var index) ->
                            remembered(index).stream()
                                    .map(track -> TrackPassages.of(index, track, options))
                                    .iterator();
                    case VideoFile.Unreadable fault -> {
                        first.add(broken(fault));
                        yield List.<RowSource>of().iterator();
                    }
                };
    }

    /// @param bytes of the file, which is UTF-8 if it is what it should be
    static VideoRows read(InputStream bytes, SourceFile file, ImportOptions options)
            throws IOException {
        var place = new VideoFile.Place(file.stem(), file.folder(), options.videos());
        var video = VideoFile.read(bytes.readNBytes(VideoFile.LIMIT + 1), place);
        return new VideoRows(video, IndexedVideo.of(video, file.stem(), file.name()), options);
    }

    private static ImportRow broken(VideoFile.Unreadable fault) {
        var column = fault.column() > 0 ? ", column " + fault.column() : "";
        return new ImportRow.Broken(
                Math.max(1, fault.line()), fault.reason() + column + ": " + fault.message());
    }

    /// A track of spoken words with their speakers says all that the others say of the same
    /// minutes, and better. Without one, every track has something that the others lack.
    private static List<Track> remembered(VideoIndex video) {
        var best =
                video.knowingTrack()
                        .filter(track -> track.origin().provenance() == Provenance.VERBATIM);
        return best.map(List::of).orElse(video.tracks());
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        if (!first.isEmpty()) return Optional.of(first.removeFirst());
        for (var row = current.next(); ; row = current.next()) {
            if (row.isPresent() || !passages.hasNext()) return row;
            current = passages.next();
        }
    }

    @Override
    public List<String> notes() {
        return video.warnings().stream()
                .filter(warning -> !warning.code().equals("stem_differs"))
                .map(warning -> warning.message() + ".")
                .toList();
    }
}
