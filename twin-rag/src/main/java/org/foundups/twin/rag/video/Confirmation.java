package org.foundups.twin.rag.video;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether words that somebody claims were spoken were: they must occur, one after another, in a
/// segment of a verbatim track of the same file. Rule 6.6; NFKC, case, punctuation and spacing do
/// not count.
final class Confirmation {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /// Scripts that write words without spaces: every character counts as a word.
    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    /// Beyond so many comparisons nothing is raised: no real video comes near.
    private static final long COMPARISONS = 10_000_000;

    private Confirmation() {}

    /// Raises segments that nobody had verified where another track bears them out.
    static List<Track> of(List<Track> tracks) {
        var spoken = spoken(tracks);
        var asked = tracks.stream().mapToLong(track -> track.segments().size()).sum();
        if (spoken.isEmpty() || asked * spoken.size() > COMPARISONS) return tracks;
        return tracks.stream().map(track -> raised(track, spoken)).toList();
    }

    private static Track raised(Track track, List<String> spoken) {
        if (!track.origin().reason().equals("ask_unverified")) return track;
        var segments = track.segments().stream().map(segment -> raised(segment, spoken)).toList();
        return new Track(track.kind(), track.origin(), segments, track.rejected());
    }

    private static Segment raised(Segment segment, List<String> spoken) {
        if (!occurs(segment.text(), spoken)) return segment;
        return new Segment(
                segment.key(),
                segment.ordinal(),
                segment.line(),
                segment.text(),
                segment.start(),
                segment.end(),
                segment.effectiveEnd(),
                segment.endInferred(),
                segment.speaker(),
                Origin.verbatim("ask_confirmed"),
                segment.stored());
    }

    /// The words of every verbatim segment.
    static List<String> spoken(List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> track.speech().stream())
                .filter(segment -> segment.origin().isVerbatim())
                .map(segment -> words(segment.text()))
                .toList();
    }

    static boolean occurs(String claimed, List<String> spoken) {
        var words = words(claimed);
        return !words.isBlank() && spoken.stream().anyMatch(segment -> segment.contains(words));
    }

    /// The words with a blank on either side, so that no word is found inside another.
    private static String words(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var apart = WITHOUT_SPACES.matcher(folded).replaceAll(" $0 ");
        return " " + NO_WORD.matcher(apart).replaceAll(" ").strip() + " ";
    }
}
