package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.foundups.twin.llama.SlotTable.Candidate;
import org.foundups.twin.llama.SlotTable.Placement;
import org.junit.jupiter.api.Test;

final class SlotTableTest {
    private static final int PINNED = 9;
    private static final TokenSequence NOTHING_PINNED = new TokenSequence(PINNED);

    private static TokenSequence held(int id, int... tokens) {
        var sequence = new TokenSequence(id);
        for (var token : tokens) sequence.append(token);
        return sequence;
    }

    private static Candidate idle(TokenSequence held, long lastUsed) {
        return new Candidate(held, false, lastUsed);
    }

    private static Candidate busy(TokenSequence held) {
        return new Candidate(held, true, 0);
    }

    private static Placement place(List<Candidate> slots, TokenSequence pinned, int... prompt) {
        return SlotTable.place(slots, pinned, prompt, -1).orElseThrow();
    }

    @Test
    void goesOnInTheSlotThatHoldsTheLongestBeginning() {
        var slots = List.of(idle(held(0, 1, 2, 7), 5), idle(held(1, 1, 2, 3, 4), 1));
        assertThat(place(slots, NOTHING_PINNED, 1, 2, 3, 5)).isEqualTo(new Placement(1, 1, 3));
    }

    @Test
    void evaluatesAtLeastTheLastToken() {
        var slots = List.of(idle(held(0, 1, 2, 3), 0));
        assertThat(place(slots, NOTHING_PINNED, 1, 2, 3)).isEqualTo(new Placement(0, 0, 2));
        assertThat(place(slots, NOTHING_PINNED, 1, 2)).isEqualTo(new Placement(0, 0, 1));
    }

    @Test
    void takesTheLeastRecentlyUsedForSomethingNew() {
        var slots = List.of(idle(held(0, 1, 2), 8), idle(held(1, 3, 4), 3), idle(held(2, 5), 5));
        assertThat(place(slots, NOTHING_PINNED, 6, 6)).isEqualTo(new Placement(1, 1, 0));
    }

    @Test
    void leavesALongConversationAloneForAShortCommonBeginning() {
        var slots = List.of(idle(held(0, 1, 2, 3, 4, 5, 6, 7), 9), idle(held(1), 0));
        assertThat(place(slots, NOTHING_PINNED, 1, 2, 8, 8)).isEqualTo(new Placement(1, 0, 2));
    }

    @Test
    void sharesTheBeginningOfABusySlot() {
        var slots = List.of(busy(held(0, 1, 2, 3, 4)), idle(held(1, 1, 9), 0));
        assertThat(place(slots, NOTHING_PINNED, 1, 2, 3, 8)).isEqualTo(new Placement(1, 0, 3));
    }

    @Test
    void sharesThePinnedBeginning() {
        var slots = List.of(idle(held(0, 7, 7), 0), idle(held(1, 8, 8), 1));
        assertThat(place(slots, held(PINNED, 1, 2, 3), 1, 2, 3, 4))
                .isEqualTo(new Placement(0, PINNED, 3));
    }

    @Test
    void keepsWhatItHoldsWhenNothingElseIsLonger() {
        var slots = List.of(busy(held(0, 1, 2)), idle(held(1, 1, 2), 0));
        assertThat(place(slots, held(PINNED, 1, 2), 1, 2, 3)).isEqualTo(new Placement(1, 1, 2));
    }

    @Test
    void followsAPreferenceForAnIdleSlot() {
        var slots = List.of(idle(held(0, 1, 2, 3), 0), idle(held(1), 1));
        var prompt = new int[] {1, 2, 3, 4};
        assertThat(SlotTable.place(slots, NOTHING_PINNED, prompt, 1))
                .contains(new Placement(1, 0, 3));
        assertThat(
                        SlotTable.place(
                                List.of(slots.getFirst(), busy(held(1))),
                                NOTHING_PINNED,
                                prompt,
                                1))
                .contains(new Placement(0, 0, 3));
    }

    @Test
    void findsNoPlaceWhileAllSlotsAreBusy() {
        assertThat(SlotTable.place(List.of(busy(held(0))), NOTHING_PINNED, new int[] {1}, -1))
                .isEmpty();
    }

    @Test
    void countsACommonPrefixAcrossGrowth() {
        var sequence = new TokenSequence(0);
        IntStream.range(0, 1000).forEach(sequence::append);
        assertThat(sequence.commonPrefix(IntStream.range(0, 2000).toArray())).isEqualTo(1000);
        sequence.cutTo(10);
        assertThat(sequence.commonPrefix(IntStream.range(0, 2000).toArray())).isEqualTo(10);
        sequence.become(new int[] {5, 6, 7}, 2);
        sequence.append(8);
        assertThat(sequence.commonPrefix(new int[] {5, 6, 8})).isEqualTo(3);
    }
}
