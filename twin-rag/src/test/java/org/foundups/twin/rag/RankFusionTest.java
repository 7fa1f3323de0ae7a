package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RankFusionTest {
    @Test
    void addsReciprocalRanks() {
        var fused = RankFusion.fuse(List.of(List.of("a", "b"), List.of("b", "c")), 60);
        assertThat(fused.get("b")).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-12));
        assertThat(fused.get("a")).isCloseTo(1.0 / 61, within(1e-12));
        assertThat(fused.get("c")).isCloseTo(1.0 / 62, within(1e-12));
    }

    @Test
    void keepsTheOrderOfFirstAppearance() {
        assertThat(RankFusion.fuse(List.of(List.of(3, 1), List.of(), List.of(2)), 1).keySet())
                .containsExactly(3, 1, 2);
    }

    @Test
    void refusesADampingBelowOne() {
        assertThatThrownBy(() -> RankFusion.fuse(List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
