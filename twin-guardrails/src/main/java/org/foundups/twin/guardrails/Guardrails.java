package org.foundups.twin.guardrails;

import org.foundups.twin.core.Guard;
import org.foundups.twin.core.Screen;

/// Makes the rails. What they are made of is immutable, so one of each serves all threads.
public final class Guardrails {
    private Guardrails() {}

    /// A screen that reads the text of a target: danger, orders to the model, claims of authority,
    /// private data, questions for a machine, abuse and spam.
    public static Screen screen(ScreenSettings settings) {
        return new TextScreen(settings);
    }

    /// A guard that mends what can be mended without changing what is said, inspects the result,
    /// and objects to whatever the creator would not say. A text a person has edited is inspected
    /// like any other: as a draft.
    public static Guard guard(StyleRules rules) {
        return new Rails(GuardRules.repairs(rules), GuardRules.checks(rules));
    }
}
