package org.foundups.twin.guardrails;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Utterance;

/// Objects to figures and names that stand nowhere in what the writer was shown: not in the
/// passages, the biography, the comment, its thread or title. A model that does not know makes them
/// up.
///
/// Names are looked for in English only, where a capital within a sentence marks them.
final class UnsupportedFacts implements Check {
    private static final Set<String> FIGURES_OF_SPEECH = Set.of("24/7", "50/50", "100%", "9 to 5");

    /// Capitalised, yet no name that somebody could make up.
    private static final Set<String> NO_NAMES =
            Set.of(
                    "i",
                    "i'm",
                    "i've",
                    "i'd",
                    "i'll",
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "english",
                    "christmas",
                    "easter",
                    "god",
                    "internet",
                    "youtube",
                    "linkedin",
                    "twitter",
                    "google",
                    "ok",
                    "okay",
                    "mom",
                    "mum",
                    "dad",
                    "grandma",
                    "grandpa",
                    "yes",
                    "no",
                    "not",
                    "and",
                    "but",
                    "so",
                    "the",
                    "mr",
                    "mrs",
                    "ms",
                    "dr");

    private final Set<String> topics = new HashSet<>();

    /// @param topics what the creator talks about, and names the creator is known to use
    UnsupportedFacts(List<String> topics) {
        for (var topic : topics) addWords(topic, this.topics);
    }

    private static void addWords(String text, Set<String> words) {
        for (var word : Occasion.words(text)) words.addAll(word.forms());
    }

    @Override
    public List<Finding> objections(Reading text, Occasion occasion) {
        List<Finding> findings = new ArrayList<>(0);
        var sources = sources(occasion);
        figures(text, sources, findings);
        if (english(text, occasion)) names(text, sources, findings);
        return findings;
    }

    private static List<String> sources(Occasion occasion) {
        List<String> sources = new ArrayList<>();
        for (Passage passage : occasion.shown()) {
            sources.add(passage.text());
            if (passage.inReplyTo() != null) sources.add(passage.inReplyTo());
        }
        var persona = occasion.persona();
        sources.add(persona.name());
        sources.add(persona.about());
        sources.addAll(persona.biography());
        sources.addAll(persona.handles());
        sources.addAll(persona.primaryTopics());
        sources.addAll(persona.secondaryTopics());
        var target = occasion.target();
        sources.add(target.text());
        if (target.containerTitle() != null) sources.add(target.containerTitle());
        if (target.author().name() != null) sources.add(target.author().name());
        for (Utterance said : target.thread()) {
            sources.add(said.text());
            if (said.author().name() != null) sources.add(said.author().name());
        }
        return sources;
    }

    private static void figures(Reading text, List<String> sources, List<Finding> findings) {
        var stated = Quantities.in(text.folded(), text.words());
        if (stated.isEmpty()) return;
        Set<BigDecimal> known = new HashSet<>();
        for (var source : sources) {
            var folded = Folding.fold(source).text();
            for (var quantity : Quantities.in(folded, Words.of(folded))) {
                known.addAll(quantity.values());
            }
        }
        for (var quantity : stated) {
            if (harmless(text, quantity) || quantity.values().stream().anyMatch(known::contains)) {
                continue;
            }
            var span = text.span(quantity.from(), quantity.to());
            var said = text.original().substring(span.start(), span.end());
            var message = "The number \"" + said + "\" is in nothing the writer was shown.";
            findings.add(new Finding("unsupported_number", Severity.WARNING, message, span));
        }
    }

    /// "One thing" and "two cents" state nothing, nor does "24/7".
    private static boolean harmless(Reading text, Quantities.Quantity quantity) {
        var smallest = quantity.written() ? BigDecimal.TWO : BigDecimal.ONE;
        boolean small =
                quantity.values().stream().allMatch(value -> value.compareTo(smallest) <= 0);
        return small || ofSpeech(text.folded(), quantity);
    }

    private static boolean ofSpeech(String folded, Quantities.Quantity quantity) {
        return FIGURES_OF_SPEECH.stream()
                .anyMatch(figure -> within(folded, figure, quantity.from(), quantity.to()));
    }

    private static boolean within(String folded, String figure, int from, int to) {
        for (int at = Math.max(0, to - figure.length()); at <= from; at++) {
            if (folded.startsWith(figure, at)) return true;
        }
        return false;
    }

    private static boolean english(Reading text, Occasion occasion) {
        var language = Languages.ofLatin(text.words());
        if (language == null)
            language = Languages.ofLatin(Occasion.words(occasion.target().text()));
        return "en".equals(language);
    }

    private void names(Reading text, List<String> sources, List<Finding> findings) {
        Set<String> known = new HashSet<>(topics);
        for (var source : sources) addWords(source, known);
        for (var word : text.words()) {
            var span = text.span(word.from(), word.to());
            var said = text.original().substring(span.start(), span.end());
            boolean name =
                    capitalised(said)
                            && withinSentence(text.original(), span.start())
                            && text.links().stream()
                                    .noneMatch(link ->
                                            link.from() <= word.from() && link.to() >= word.to())
                            && word.forms().stream()
                                    .noneMatch(form ->
                                            known.contains(form) || NO_NAMES.contains(form));
            if (!name) continue;
            var message = "The name \"" + said + "\" is in nothing the writer was shown.";
            findings.add(new Finding("unsupported_name", Severity.WARNING, message, span));
        }
    }

    /// A capital, then small letters: words in capitals are emphasis or abbreviations.
    private static boolean capitalised(String word) {
        return word.length() >= 3
                && Character.isUpperCase(word.charAt(0))
                && Character.isLowerCase(word.charAt(1));
    }

    private static boolean withinSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') before--;
        if (before < 0) return false;
        char character = text.charAt(before);
        return Character.isLetterOrDigit(character) || character == ',';
    }
}
