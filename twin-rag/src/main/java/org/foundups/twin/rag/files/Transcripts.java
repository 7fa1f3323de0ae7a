package org.foundups.twin.rag.files;

import java.io.InputStream;

/// The formats in which transcripts come: how they are read.
final class Transcripts {
    private Transcripts() {}

    /// @param format one of SRT, VTT, WHISPER, JSON3 and TTML
    static RowSource rows(
            FileFormat format, InputStream text, SourceFile file, ImportOptions options) {
        var cues =
                switch (format) {
                    case SRT -> new RollingCues(CaptionLines.subRip(new ByteLines(text)));
                    case VTT -> new RollingCues(CaptionLines.webVtt(new ByteLines(text)));
                    case WHISPER -> WhisperSegments.read(text);
                    case JSON3 -> CaptionEvents.read(text);
                    case TTML -> new XmlCues(text);
                    default -> throw new IllegalArgumentException(format + " is no transcript");
                };
        var track = format == FileFormat.WHISPER ? "whisper" : "captions";
        var video = VideoName.of(file);
        // Captions of another language are another track, which replaces none.
        var language = video.language() == null ? "" : "-" + video.language();
        return new TranscriptPassages(cues, track + language, video, options);
    }
}
