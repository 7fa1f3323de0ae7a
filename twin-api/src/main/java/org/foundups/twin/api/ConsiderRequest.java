package org.foundups.twin.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.jspecify.annotations.Nullable;

/// What is to be considered, and within which limits.
///
/// @param allowed empty means what the platform and kind allow
/// @param maxChars null means the platform's default
/// @param persona null means the account's persona
record ConsiderRequest(
        Target target,
        Set<Action> allowed,
        @Nullable Integer maxChars,
        @Nullable Integer maxEmoji,
        @Nullable String language,
        @Nullable String persona) {
    private record Limits(
            @Nullable Integer maxChars, @Nullable Integer maxEmoji, @Nullable String language) {}

    static Supplier<ConsiderRequest> read(Fields fields) {
        var target = fields.required("target", fields.object("target", TargetRequest::read));
        var named = actions(fields, fields.texts("allowed_actions", 10, 20));
        var limits = fields.object("constraints", ConsiderRequest::limits);
        var persona = fields.optionalText("persona", 100);
        return () -> {
            var known = Fields.sure(target);
            var within = limits == null ? new Limits(null, null, null) : limits;
            var allowed = named.isEmpty() ? possible(known) : named;
            return new ConsiderRequest(
                    known,
                    allowed,
                    within.maxChars(),
                    within.maxEmoji(),
                    within.language(),
                    persona);
        };
    }

    private static Supplier<Limits> limits(Fields fields) {
        var maxChars = fields.number("max_chars", 1, 10_000);
        var maxEmoji = fields.number("max_emoji", 0, 100);
        var language = fields.optionalText("language", 35);
        return () -> new Limits(maxChars, maxEmoji, language);
    }

    private static Set<Action> actions(Fields fields, List<String> names) {
        var actions = EnumSet.noneOf(Action.class);
        for (var name : names) {
            try {
                actions.add(Action.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                fields.wrong(
                        "allowed_actions",
                        "RANGE",
                        "Actions are comment, like, heart, ignore, hold.");
            }
        }
        return actions;
    }

    /// A heart exists on YouTube comments only; a live message can only be answered.
    private static Set<Action> possible(Target target) {
        var actions = EnumSet.of(Action.COMMENT, Action.IGNORE, Action.HOLD);
        if (target.kind() != TargetKind.LIVE_MESSAGE) actions.add(Action.LIKE);
        if (target.account().platform() == Platform.YOUTUBE
                && target.kind() == TargetKind.COMMENT) {
            actions.add(Action.HEART);
        }
        return actions;
    }
}
