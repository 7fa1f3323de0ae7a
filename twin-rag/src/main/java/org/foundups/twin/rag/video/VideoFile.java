package org.foundups.twin.rag.video;

import java.util.List;
import org.foundups.twin.rag.video.LosslessJson.Faulty;
import org.foundups.twin.rag.video.LosslessJson.Parsed;

/// A video index file as it was read.
public sealed interface VideoFile {
    /// Something about a file that a person may want to know and that stops nothing.
    ///
    /// @param code for programs, for example `stem_differs`
    /// @param message for people
    record Warning(String code, String message) {}

    /// It could be read.
    record Read(VideoIndex video) implements VideoFile {}

    /// It could not be read, and nothing of it is used. Such a file is never written, renamed or
    /// deleted.
    ///
    /// @param reason `invalid_utf8`, `malformed_json` or `too_large`
    /// @param message what and where
    /// @param line counted from 1; 0 where the place is a byte
    /// @param column in characters, counted from 1; 0 where the place is a byte
    /// @param offset in bytes, counted from 0; -1 where the place is a line
    record Unreadable(String reason, String message, long line, long column, long offset)
            implements VideoFile {}

    /// What is known about a file beside its bytes.
    ///
    /// @param stem the file's name without ending
    /// @param folder the folder it lies in; empty if nobody knows
    /// @param settings how it is to be understood
    record Place(String stem, String folder, VideoSettings settings) {}

    /// Largest file in bytes.
    int LIMIT = LosslessJson.LIMIT;

    /// Reads a file.
    static VideoFile read(byte[] bytes, Place place) {
        return switch (LosslessJson.read(bytes)) {
            case Faulty fault ->
                    new Unreadable(
                            fault.reason(),
                            fault.message(),
                            fault.line(),
                            fault.column(),
                            fault.offset());
            case Parsed parsed -> new Read(VideoReading.of(parsed, place));
        };
    }

    /// The warnings of a file that could be read; none otherwise.
    default List<Warning> warnings() {
        return switch (this) {
            case Read(var video) -> video.warnings();
            case Unreadable _ -> List.of();
        };
    }
}
