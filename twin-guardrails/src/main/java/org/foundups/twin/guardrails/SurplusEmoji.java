package org.foundups.twin.guardrails;

import java.util.List;

/// Takes out emoji beyond the permitted number; those at the end stay.
final class SurplusEmoji implements Repair {
    private final int max;

    SurplusEmoji(int max) {
        this.max = max;
    }

    @Override
    public List<Correction> corrections(Reading text, Occasion occasion) {
        int permitted = Math.min(max, occasion.incoming().constraints().maxEmoji());
        int surplus = text.emoji().size() - permitted;
        if (surplus <= 0) return List.of();
        var message = "No more than " + permitted + " emoji are used; one was taken out.";
        return text.emoji().stream()
                .limit(surplus)
                .map(span -> new Correction("max_emojis", message, span, ""))
                .toList();
    }
}
