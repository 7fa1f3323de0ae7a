package org.foundups.twin.guardrails;

import java.util.List;
import java.util.Map;
import org.foundups.twin.core.Platform;

/// What must hold of style rules before they are used.
final class StyleCheck {
    private StyleCheck() {}

    static void lengths(
            Violations violations,
            StyleRules.Length length,
            Map<String, Integer> hardLimits,
            List<String> oneLine) {
        violations.require(length.min() >= 1, "length.min is below 1");
        violations.require(length.max() >= length.min(), "length.max is below length.min");
        hardLimits.forEach((kind, limit) -> {
            violations.require(known(kind), "hard_limits: unknown kind " + kind);
            violations.require(limit >= 1, "hard_limits." + kind + " is below 1");
        });
        oneLine.forEach(kind -> violations.require(known(kind), "one_line: unknown kind " + kind));
    }

    private static boolean known(String kind) {
        int dot = kind.indexOf('.');
        return dot > 0
                && Platform.of(kind.substring(0, dot)).isPresent()
                && List.of("comment", "post", "live_message").contains(kind.substring(dot + 1));
    }

    static void emoji(Violations violations, StyleRules.EmojiRules emoji) {
        violations.require(emoji.max() >= 0, "emoji.max is below 0");
        for (var banned : emoji.banned()) {
            violations.require(
                    Graphemes.of(banned).emoji().size() == 1,
                    "emoji.banned: \"" + banned + "\" is not one emoji");
        }
    }

    static void words(Violations violations, String key, List<String> phrases) {
        for (var phrase : phrases) {
            violations.require(
                    !Words.of(Folding.fold(phrase).text()).isEmpty(),
                    key + ": \"" + phrase + "\" has no word");
        }
    }

    static void entities(Violations violations, List<StyleRules.Entity> entities) {
        for (var entity : entities) {
            violations.require(!entity.right().isBlank(), "entities: a right form is blank");
            violations.require(
                    entity.anyCase() || !entity.wrong().isEmpty(),
                    "entities: " + entity.right() + " has nothing to correct");
            words(violations, "entities." + entity.right(), entity.wrong());
        }
    }

    static void similarity(Violations violations, StyleRules.Similarity similarity) {
        violations.require(
                similarity.thread() > 0 && similarity.thread() <= 1,
                "similarity.thread is not between 0 and 1");
        violations.require(similarity.commentWords() >= 3, "similarity.comment_words is below 3");
        violations.require(similarity.promptWords() >= 4, "similarity.prompt_words is below 4");
    }
}
