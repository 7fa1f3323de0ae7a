package org.foundups.twin.drafter;

/// Tokens still to be had. One thread.
final class Budget {
    private int left;

    Budget(int tokens) {
        left = tokens;
    }

    /// Spends what a text costs, if there is enough.
    boolean takes(String text) {
        if (Tokens.estimate(text) > left) return false;
        spend(text);
        return true;
    }

    /// Spends what a text costs, enough or not.
    void spend(String text) {
        left -= Tokens.estimate(text);
    }
}
