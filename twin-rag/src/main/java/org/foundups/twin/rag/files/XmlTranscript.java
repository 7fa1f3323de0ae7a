package org.foundups.twin.rag.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the elements of a transcript in XML mean: TTML (`tt`, whose `p` are cues), and the older
/// forms of YouTube, `transcript` with `text` in seconds and `timedtext` with `p` or `text` in
/// milliseconds.
final class XmlTranscript {
    static final Set<String> ROOTS = Set.of("tt", "transcript", "timedtext");

    private static final int LONGEST_CUE = 64 * 1024;
    private static final int MOST_AGENTS = 1_000;

    /// What is written about a cue and not spoken in it; furigana repeat the words below them.
    private static final Set<String> UNSPOKEN = Set.of("metadata", "title", "desc", "copyright");

    private static final Set<String> FURIGANA = Set.of("text", "textContainer", "delimiter");

    /// An open element.
    ///
    /// @param base when its children's time begins, in seconds
    private record Open(
            String name, @Nullable Double base, @Nullable String voice, boolean silent) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, String> agents = new HashMap<>();
    private String root = "";
    private TtmlTimes times = TtmlTimes.PLAIN;
    private @Nullable Paragraph paragraph;
    private int paragraphDepth;
    private String agent = "";
    private final StringBuilder agentName = new StringBuilder();

    /// A cue under construction.
    private static final class Paragraph {
        private final long line;
        private final StringBuilder text = new StringBuilder();
        private final List<CueParts.Part> parts = new ArrayList<>();
        private @Nullable Double start;
        private @Nullable Double end;
        private @Nullable String voice;
        private @Nullable String fault;
        private boolean timedBySpans;
        private int length;

        Paragraph(long line) {
            this.line = line;
        }

        void speaks(@Nullable String other) {
            var plain = CueMarkup.plain(text.toString());
            if (!plain.isBlank()) parts.add(new CueParts.Part(plain, voice));
            text.setLength(0);
            voice = other;
        }

        void add(String words) {
            length += words.length();
            if (length <= LONGEST_CUE) text.append(words);
            else fault = "a cue of more than " + LONGEST_CUE + " characters";
        }

        List<CueSource.Heard> heard() {
            speaks(null);
            if (fault != null) return List.of(new CueSource.Heard.Broken(line, fault));
            return CueParts.share(new Cue(line, start, end, "", null), parts).stream()
                    .map(cue -> (CueSource.Heard) new CueSource.Heard.Spoken(cue))
                    .toList();
        }
    }

    void begins(long line, XmlElement element) {
        if (root.isEmpty()) root(element);
        var around = open.peek();
        var voice = around == null ? null : around.voice();
        var base = around == null ? null : around.base();
        var silent = around != null && around.silent();
        var given = element.attribute("agent");
        if (!given.isEmpty()) voice = agents.getOrDefault(given.strip(), given.strip());
        if (paragraph != null) within(paragraph, element, voice, base);
        else if (isCue(element.name())) base = opens(line, element, voice, base);
        else if (root.equals("tt")) base = shifted(element, base).orElse(base);
        if (element.name().equals("agent")) agent = element.attribute("id");
        open.push(
                new Open(
                        element.name(),
                        base,
                        voice,
                        silent
                                || UNSPOKEN.contains(element.name())
                                || FURIGANA.contains(element.attribute("ruby"))));
    }

    private void root(XmlElement element) {
        root = element.name();
        times =
                TtmlTimes.of(
                        element.attribute("frameRate"),
                        element.attribute("frameRateMultiplier"),
                        element.attribute("tickRate"));
    }

    private boolean isCue(String name) {
        return switch (root) {
            case "tt" -> name.equals("p");
            case "transcript" -> name.equals("text");
            case "timedtext" -> name.equals("p") || name.equals("text");
            default -> false;
        };
    }

    /// Begins a cue.
    ///
    /// @return when its children's time begins
    private @Nullable Double opens(
            long line, XmlElement element, @Nullable String voice, @Nullable Double base) {
        var begun = new Paragraph(line);
        begun.voice = voice;
        paragraph = begun;
        paragraphDepth = open.size();
        switch (root) {
            case "tt" -> {
                begun.start = begin(begun, element, base);
                begun.end = end(element, base, begun.start);
                begun.timedBySpans = element.attribute("begin").isEmpty() && begun.end == null;
            }
            case "transcript" -> timed(begun, element, "start", "dur", 1);
            default -> timed(begun, element, "t", "d", 0.001);
        }
        return begun.start == null ? base : begun.start;
    }

    private static void timed(
            Paragraph begun, XmlElement element, String at, String lasts, double unit) {
        var start = CueTime.number(element.attribute(at), unit);
        if (start.isEmpty()) {
            begun.fault = "its " + at + " is no time";
            return;
        }
        begun.start = start.get();
        begun.end =
                CueTime.number(element.attribute(lasts), unit)
                        .flatMap(time -> CueTime.possible(start.get() + time))
                        .orElse(null);
    }

    private @Nullable Double begin(Paragraph begun, XmlElement element, @Nullable Double base) {
        var written = element.attribute("begin");
        if (written.isEmpty()) return base;
        var begin = shifted(element, base);
        if (begin.isEmpty()) begun.fault = "its begin is no time";
        return begin.orElse(null);
    }

    /// Times count from the beginning of the element around.
    private Optional<Double> shifted(XmlElement element, @Nullable Double base) {
        return times.read(element.attribute("begin"))
                .flatMap(begin -> CueTime.possible(begin + (base == null ? 0 : base)));
    }

    private @Nullable Double end(
            XmlElement element, @Nullable Double base, @Nullable Double start) {
        var end =
                times.read(element.attribute("end")).map(time -> time + (base == null ? 0 : base));
        var lasts = times.read(element.attribute("dur"));
        return end.or(() -> start == null ? Optional.empty() : lasts.map(time -> start + time))
                .flatMap(CueTime::possible)
                .orElse(null);
    }

    /// A paragraph without times has those of its first and last span.
    private void within(
            Paragraph around, XmlElement element, @Nullable String voice, @Nullable Double base) {
        if (element.name().equals("br")) around.add("\n");
        if (!element.name().equals("span")) return;
        if (!Objects.equals(around.voice, voice)) around.speaks(voice);
        if (!around.timedBySpans) return;
        var begin = shifted(element, base);
        if (around.start == null) around.start = begin.orElse(null);
        around.end = end(element, base, begin.orElse(null));
    }

    void says(String words) {
        var around = open.peek();
        if (around == null) return;
        if (paragraph != null && !around.silent()) {
            paragraph.add(root.equals("tt") ? words.replaceAll("\\s+", " ") : words);
        } else if (around.name().equals("name") && !agent.isEmpty() && agentName.length() < 200) {
            agentName.append(words);
        }
    }

    /// Closes the innermost element.
    ///
    /// @return what ends with it
    List<CueSource.Heard> ends() {
        var ended = open.pop();
        if (ended.name().equals("agent")) {
            var name = agentName.toString().strip();
            if (!name.isEmpty() && agents.size() < MOST_AGENTS) agents.put(agent, name);
            agent = "";
            agentName.setLength(0);
        }
        if (paragraph == null) return List.of();
        if (open.size() == paragraphDepth) {
            var heard = paragraph.heard();
            paragraph = null;
            return heard;
        }
        var around = open.peek();
        var voice = around == null ? null : around.voice();
        if (ended.name().equals("span") && !Objects.equals(paragraph.voice, voice))
            paragraph.speaks(voice);
        return List.of();
    }
}
