package org.foundups.twin.rag.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All cues of a transcript, read into a list.
record HeardCues(List<CueSource.Heard> all) {
    static HeardCues of(String content, Function<InputStream, CueSource> reader) {
        return of(content.getBytes(StandardCharsets.UTF_8), reader);
    }

    static HeardCues of(byte[] content, Function<InputStream, CueSource> reader) {
        return of(reader.apply(new ByteArrayInputStream(content)));
    }

    static HeardCues of(CueSource source) {
        try {
            var all = new ArrayList<CueSource.Heard>();
            for (var next = source.next(); next.isPresent(); next = source.next())
                all.add(next.get());
            return new HeardCues(List.copyOf(all));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static CueSource source(List<Cue> cues) {
        var left = new ArrayList<>(cues);
        return () ->
                left.isEmpty()
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(new CueSource.Heard.Spoken(left.removeFirst()));
    }

    List<Cue> cues() {
        return all.stream()
                .filter(CueSource.Heard.Spoken.class::isInstance)
                .map(heard -> ((CueSource.Heard.Spoken) heard).cue())
                .toList();
    }

    /// As `start-end speaker: text`.
    List<String> shown() {
        return cues().stream()
                .map(cue -> cue.start() + "-" + cue.end() + " " + cue.speaker() + ": " + cue.text())
                .toList();
    }

    List<String> texts() {
        return cues().stream().map(Cue::text).toList();
    }

    /// As `line: reason`.
    List<String> faults() {
        return all.stream()
                .filter(CueSource.Heard.Broken.class::isInstance)
                .map(heard -> (CueSource.Heard.Broken) heard)
                .map(broken -> broken.line() + ": " + broken.reason())
                .toList();
    }
}
