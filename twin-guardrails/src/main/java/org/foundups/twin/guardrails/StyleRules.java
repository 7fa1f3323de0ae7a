package org.foundups.twin.guardrails;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How the creator writes, and what never leaves the house. Phrases marked "syntax" may use the
/// phrase syntax described in the settings file; all others are taken word for word.
///
/// @param hardLimits greatest length by `platform.kind`, in the platform's own count
/// @param oneLine `platform.kind` where a text has one line
/// @param bannedPhrases never said; a final comma must follow
/// @param fillerOpeners taken off the beginning
/// @param assistantTalk how a model speaks of itself or refuses; syntax
/// @param promises promises and medical, legal or financial advice; syntax
/// @param politics what the creator takes no side in; syntax
public record StyleRules(
        Length length,
        Map<String, Integer> hardLimits,
        List<String> oneLine,
        EmojiRules emoji,
        List<String> bannedPhrases,
        List<String> fillerOpeners,
        List<Tone> tone,
        Topics topics,
        LinkRules links,
        List<Entity> entities,
        List<String> assistantTalk,
        List<String> promises,
        List<String> politics,
        Similarity similarity) {
    /// In characters: the larger of code points and UTF-16 code units. At the limit is within.
    public record Length(int min, int max) {}

    /// How many emoji, which and where.
    ///
    /// @param max greatest number, counted as a person counts
    /// @param position where they may stand
    /// @param banned never used, in any skin colour or gender
    public record EmojiRules(int max, Position position, List<String> banned) {
        public EmojiRules {
            banned = List.copyOf(banned);
        }
    }

    /// Where emoji may stand.
    public enum Position {
        END,
        ANYWHERE
    }

    /// A tone that is required.
    ///
    /// @param avoid what breaks it; syntax
    public record Tone(String name, List<String> avoid) {
        public Tone {
            avoid = List.copyOf(avoid);
        }
    }

    /// What the creator talks about. Names in it may be used without a passage to show for them.
    public record Topics(List<String> primary, List<String> secondary) {
        public Topics {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    /// What a text may point to. A host covers its subdomains; an entry of the handles that begins
    /// with `#` is a hashtag.
    public record LinkRules(List<String> allowedHosts, List<String> allowedHandles) {
        public LinkRules {
            allowedHosts = List.copyOf(allowedHosts);
            allowedHandles = List.copyOf(allowedHandles);
        }
    }

    /// A name and how it gets misspelt.
    ///
    /// @param anyCase whether another case of the right form is wrong, too
    public record Entity(String right, List<String> wrong, boolean anyCase) {
        public Entity {
            wrong = List.copyOf(wrong);
        }
    }

    /// When a text is too much like another.
    ///
    /// @param thread Jaccard similarity of 4-word sequences from which it repeats the thread, 0..1
    /// @param commentWords so many words in a row from the comment are too many
    /// @param promptWords so many words in a row from the persona's description are a leak, and
    ///   from an example in the prompt no answer
    public record Similarity(double thread, int commentWords, int promptWords) {}

    public StyleRules {
        hardLimits = Map.copyOf(hardLimits);
        oneLine = List.copyOf(oneLine);
        bannedPhrases = List.copyOf(bannedPhrases);
        fillerOpeners = List.copyOf(fillerOpeners);
        tone = List.copyOf(tone);
        entities = List.copyOf(entities);
        assistantTalk = List.copyOf(assistantTalk);
        promises = List.copyOf(promises);
        politics = List.copyOf(politics);
        var violations = new Violations();
        StyleCheck.lengths(violations, length, hardLimits, oneLine);
        StyleCheck.emoji(violations, emoji);
        StyleCheck.words(violations, "banned_phrases", bannedPhrases);
        StyleCheck.words(violations, "filler_openers", fillerOpeners);
        tone.forEach(each -> violations.phrases("tone." + each.name(), each.avoid()));
        StyleCheck.entities(violations, entities);
        violations.phrases("assistant_talk", assistantTalk);
        violations.phrases("promises", promises);
        violations.phrases("politics", politics);
        StyleCheck.similarity(violations, similarity);
        violations.refuse();
    }

    /// Reads a YAML file with all keys of this record in snake case.
    ///
    /// @throws org.foundups.twin.core.TwinException of code VALIDATION, naming every unknown key
    ///   with its line, or every value that cannot be
    public static StyleRules load(Path file) {
        return YamlFile.read(file, StyleRules.class);
    }
}
