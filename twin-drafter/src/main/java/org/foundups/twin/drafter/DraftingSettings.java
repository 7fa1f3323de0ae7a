package org.foundups.twin.drafter;

/// How drafts are asked for.
///
/// @param limits time and size limits of one request
/// @param maxTokens greatest number of tokens of a draft; lower where the target allows fewer
///   characters than that
/// @param temperature 0 and up; the original system uses 0.6
/// @param topP above 0, up to 1; the original system uses 0.85
public record DraftingSettings(CallLimits limits, int maxTokens, double temperature, double topP) {
    /// 90 tokens, temperature 0.6, top-p 0.85.
    public static final DraftingSettings DEFAULT =
            new DraftingSettings(CallLimits.DEFAULT, 90, 0.6, 0.85);

    public DraftingSettings {
        if (maxTokens < 8) throw new IllegalArgumentException("a sentence needs 8 tokens");
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature is 0..2, not " + temperature);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top-p is above 0, up to 1, not " + topP);
        }
    }

    /// Tokens a text of so many characters may take: about three characters each.
    int tokensFor(int maxChars) {
        return Math.clamp(maxChars / 3, 8, maxTokens);
    }
}
