package org.foundups.twin.guardrails;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What screening may refuse and when.
///
/// @param maxChars longest text that is read, in UTF-16 code units; a longer one is refused as spam
/// @param refuseAbove probability above which a ground refuses; equal is not above
/// @param extraAbuse further phrases that are abuse, in the phrase syntax, weight 0.9
/// @param extraSpam further phrases that advertise, weight 1
/// @param extraInjection further phrases that give orders, weight 0.9
/// @param neutral further phrases in which a word of the abuse list means no harm
public record ScreenSettings(
        int maxChars,
        Thresholds refuseAbove,
        List<String> extraAbuse,
        List<String> extraSpam,
        List<String> extraInjection,
        List<String> neutral) {
    /// One threshold a ground, each 0..1.
    public record Thresholds(
            double crisis,
            double injection,
            double disclosure,
            double impersonation,
            double privateData,
            double spam,
            double abuse) {
        private Map<String, Double> named() {
            return Map.of(
                    "crisis", crisis,
                    "injection", injection,
                    "disclosure", disclosure,
                    "impersonation", impersonation,
                    "private_data", privateData,
                    "spam", spam,
                    "abuse", abuse);
        }
    }

    public ScreenSettings {
        extraAbuse = List.copyOf(extraAbuse);
        extraSpam = List.copyOf(extraSpam);
        extraInjection = List.copyOf(extraInjection);
        neutral = List.copyOf(neutral);
        var violations = new Violations();
        violations.require(
                maxChars >= 1 && maxChars <= Reading.LONGEST,
                "max_chars is not between 1 and " + Reading.LONGEST);
        refuseAbove
                .named()
                .forEach((name, value) ->
                        violations.require(
                                value >= 0 && value <= 1,
                                "refuse_above." + name + " is not between 0 and 1"));
        violations.phrases("extra_abuse", extraAbuse);
        violations.phrases("extra_spam", extraSpam);
        violations.phrases("extra_injection", extraInjection);
        violations.phrases("neutral", neutral);
        violations.refuse();
    }

    /// The settings the project ships with.
    public static ScreenSettings defaults() {
        var thresholds = new Thresholds(0.75, 0.7, 0.75, 0.8, 0.75, 0.8, 0.8);
        return new ScreenSettings(20_000, thresholds, List.of(), List.of(), List.of(), List.of());
    }

    /// Reads a YAML file with all keys of this record in snake case.
    ///
    /// @throws org.foundups.twin.core.TwinException of code VALIDATION, naming every unknown key
    ///   with its line
    public static ScreenSettings load(Path file) {
        return YamlFile.read(file, ScreenSettings.class);
    }

    List<Phrase> abuse() {
        return with(Lexicon.ABUSE, extraAbuse, 0.9);
    }

    List<Phrase> abuseNeutral() {
        return with(Lexicon.ABUSE_NEUTRAL, neutral, 1);
    }

    List<Phrase> spam() {
        return with(Lexicon.SPAM, extraSpam, 1);
    }

    List<Phrase> injection() {
        return with(Lexicon.INJECTION, extraInjection, 0.9);
    }

    private static List<Phrase> with(Lexicon lexicon, List<String> extra, double weight) {
        List<Phrase> phrases = new ArrayList<>(lexicon.phrases());
        for (var phrase : extra) phrases.add(PhraseSyntax.phrase(phrase, weight));
        return phrases;
    }
}
