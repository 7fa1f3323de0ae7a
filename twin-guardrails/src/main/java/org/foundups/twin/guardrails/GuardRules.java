package org.foundups.twin.guardrails;

import static org.foundups.twin.guardrails.PhraseCheck.literal;
import static org.foundups.twin.guardrails.PhraseCheck.syntax;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Severity;

/// The rules of the guard, in order. A new one is a line here and a small class.
final class GuardRules {
    private GuardRules() {}

    /// What is mended. Characters nobody sees go first, since they hide from the rest; blanks last,
    /// since every other repair leaves some.
    static List<Repair> repairs(StyleRules rules) {
        List<Repair> repairs = new ArrayList<>();
        repairs.add(new InvisibleCharacters());
        repairs.add(new Wrapping());
        repairs.add(new Emphasis());
        repairs.add(new FillerOpeners(rules.fillerOpeners()));
        repairs.add(new EntitySpelling(rules.entities()));
        repairs.add(new BannedEmoji(rules.emoji().banned()));
        repairs.add(new SurplusEmoji(rules.emoji().max()));
        if (rules.emoji().position() == StyleRules.Position.END) repairs.add(new EmojiAtEnd());
        repairs.add(new Spacing(rules.oneLine()));
        return repairs;
    }

    /// What is objected to: form, then what must never leave the house, then what may not be said,
    /// then style.
    static List<Check> checks(StyleRules rules) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Shape());
        checks.add(new LengthLimits(rules.length(), rules.hardLimits()));
        checks.add(new PromptLeak(rules.similarity().promptWords()));
        checks.add(new Secrets());
        checks.add(new LinkAllowList(rules.links()));
        checks.add(new AbusiveText());
        checks.add(
                new PhraseCheck(
                        "denies_machine",
                        Severity.ERROR,
                        "It denies that a machine has a part in the writing.",
                        Lexicon.DENIAL.phrases()));
        checks.add(
                new PhraseCheck(
                        "assistant_talk",
                        Severity.WARNING,
                        "\"%s\" is how an assistant talks, not the creator.",
                        syntax(rules.assistantTalk())));
        checks.add(
                new PhraseCheck(
                        "promise",
                        Severity.WARNING,
                        "\"%s\" promises or advises what only the creator may.",
                        syntax(rules.promises())));
        checks.add(
                new PhraseCheck(
                        "politics",
                        Severity.WARNING,
                        "\"%s\" takes a side the creator takes no side in.",
                        syntax(rules.politics())));
        checks.add(
                new PhraseCheck(
                        "banned_phrase",
                        Severity.WARNING,
                        "The creator never says \"%s\".",
                        literal(rules.bannedPhrases())));
        for (var tone : rules.tone()) checks.add(tone(tone));
        checks.add(new FillerOpeners(rules.fillerOpeners()));
        checks.add(new EmojiLimits(rules.emoji()));
        checks.add(new LanguageMatch());
        checks.add(new Repetition(rules.similarity()));
        checks.add(new UnsupportedFacts(names(rules)));
        return checks;
    }

    private static Check tone(StyleRules.Tone tone) {
        return new PhraseCheck(
                "tone",
                Severity.WARNING,
                "\"%s\" is not " + tone.name() + ", as the creator is.",
                syntax(tone.avoid()));
    }

    /// What the creator is known to name: topics, and names whose spelling is looked after.
    private static List<String> names(StyleRules rules) {
        List<String> names = new ArrayList<>(rules.topics().primary());
        names.addAll(rules.topics().secondary());
        for (var entity : rules.entities()) names.add(entity.right());
        return names;
    }
}
