package org.foundups.twin.llama;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a prompt is best continued, so that as little as possible is computed again.
///
/// A slot is continued if at least half of what it holds is of use; otherwise the least recently
/// used one is taken, and the longest known beginning is shared with it: from another slot, even
/// one that is busy, or from the pinned sequence. Sharing costs nothing, so what other
/// conversations hold is not given up for a common system message.
final class SlotTable {
    private SlotTable() {}

    /// A slot as the choice sees it.
    ///
    /// @param lastUsed any measure that grows with time
    record Candidate(TokenSequence held, boolean busy, long lastUsed) {}

    /// What to do with a prompt.
    ///
    /// @param slot which of the candidates takes it
    /// @param source sequence whose beginning is shared with the slot; the slot's own to go on with
    ///   what it holds
    /// @param reused how many tokens of the prompt need not be computed; always fewer than all,
    ///   because the last one has to be evaluated to go on from it
    record Placement(int slot, int source, int reused) {}

    /// Chooses a slot, and what it begins with.
    ///
    /// @param pinned a further sequence to share from
    /// @param preferred number of the slot that is wanted, or -1
    /// @return empty if all slots are busy
    static Optional<Placement> place(
            List<Candidate> slots, TokenSequence pinned, int[] prompt, int preferred) {
        var idle = new java.util.ArrayList<Integer>();
        for (var i = 0; i < slots.size(); i++) if (!slots.get(i).busy()) idle.add(i);
        if (idle.isEmpty()) return Optional.empty();
        var slot = idle.contains(preferred) ? preferred : choose(slots, idle, prompt);
        return Optional.of(share(slots, pinned, prompt, slot));
    }

    private static int choose(List<Candidate> slots, List<Integer> idle, int[] prompt) {
        return idle.stream()
                .filter(i -> isContinued(slots.get(i).held(), prompt))
                .max(Comparator.comparingInt(i -> slots.get(i).held().commonPrefix(prompt)))
                .orElseGet(() ->
                        idle.stream()
                                .min(Comparator.comparingLong(i -> slots.get(i).lastUsed()))
                                .orElseThrow());
    }

    private static boolean isContinued(TokenSequence held, int[] prompt) {
        return held.length() > 0 && 2 * held.commonPrefix(prompt) >= held.length();
    }

    private static Placement share(
            List<Candidate> slots, TokenSequence pinned, int[] prompt, int slot) {
        var best = slots.get(slot).held();
        for (var other : slots) best = longer(best, other.held(), prompt);
        best = longer(best, pinned, prompt);
        var reused = Math.min(best.commonPrefix(prompt), prompt.length - 1);
        return new Placement(slot, best.id(), reused);
    }

    private static TokenSequence longer(TokenSequence best, TokenSequence other, int[] prompt) {
        return other.commonPrefix(prompt) > best.commonPrefix(prompt) ? other : best;
    }
}
