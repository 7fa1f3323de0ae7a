package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ThreadChoiceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private MachineLoad load = new MachineLoad(2, 0, 0, 0, 0, 1);
    private ThreadChoice choice = new ThreadChoice(2, () -> Optional.of(load), () -> {});

    /// A second passes.
    ///
    /// @return how many threads are chosen after it
    private int after(double othersCores, double ownCores) {
        var ticks = 100L * load.cores();
        load =
                new MachineLoad(
                        load.cores(),
                        load.busyTicks() + Math.round(100 * (othersCores + ownCores)),
                        load.totalTicks() + ticks,
                        load.wallNanos() + SECOND,
                        load.ownNanos() + (long) (ownCores * SECOND),
                        1);
        return choice.threads(load.wallNanos());
    }

    @Test
    void usesAllCoresOfAMachineOfItsOwn() {
        assertThat(after(0, 2)).isEqualTo(2);
        assertThat(after(0, 0)).isEqualTo(2);
        assertThat(after(0.7, 1.3)).isEqualTo(2);
    }

    @Test
    void leavesACoreToAnotherBusyProgram() {
        assertThat(after(0.8, 1.2)).isEqualTo(1);
        assertThat(after(1, 1)).isEqualTo(1);
        assertThat(after(2, 0)).isEqualTo(1);
    }

    @Test
    void takesACoreBackOnlyWhenItIsFreerThanItHadToBe() {
        after(1, 1);
        assertThat(after(0.7, 1)).isEqualTo(1);
        assertThat(after(0.5, 1)).isEqualTo(2);
        assertThat(after(0.7, 1.3)).isEqualTo(2);
    }

    @Test
    void neverUsesMoreThanItMay() {
        load = new MachineLoad(16, 0, 0, 0, 0, 1);
        choice = new ThreadChoice(3, () -> Optional.of(load), () -> {});
        assertThat(after(12, 1)).isEqualTo(3);
        assertThat(after(14, 1)).isEqualTo(2);
    }

    private ThreadChoice seeing(Integer... running) {
        var glances = new ArrayDeque<>(List.of(running));
        return new ThreadChoice(
                2, () -> Optional.of(new MachineLoad(2, 0, 0, 0, 0, glances.remove())), () -> {});
    }

    @Test
    void afterARestOnlyThisMomentCounts() {
        assertThat(after(2, 0)).isEqualTo(1);
        assertThat(choice.afterRest()).isEqualTo(2);
    }

    @Test
    void afterARestLeavesCoresToThoseWhoWantThemInEveryGlance() {
        assertThat(seeing(1, 3, 4, 3, 3, 4).afterRest()).isEqualTo(1);
        assertThat(seeing(1, 5, 5, 5, 5, 5).afterRest()).isEqualTo(1);
        assertThat(seeing(1, 4, 3, 2).afterRest()).isEqualTo(2);
        assertThat(seeing(1, 1).afterRest()).isEqualTo(2);
        assertThat(new ThreadChoice(4, Optional::empty, () -> {}).afterRest()).isEqualTo(4);
    }

    @Test
    void watchesWhereThereIsSomethingToChoose() {
        assertThat(choice.watches()).isTrue();
        assertThat(new ThreadChoice(1, () -> Optional.of(load), () -> {}).watches()).isFalse();
        assertThat(new ThreadChoice(4, Optional::empty, () -> {}).watches()).isFalse();
    }

    @Test
    void doesNotLookTwiceInAMoment() {
        var quick = new MachineLoad(2, 50, 100, load.wallNanos() + 1, 0, 1);
        load = quick;
        assertThat(choice.threads(Duration.ofMillis(199).toNanos())).isEqualTo(2);
    }

    @Test
    void usesAllItMayWhereTheKernelDoesNotTell() {
        assertThat(new ThreadChoice(4, Optional::empty, () -> {}).threads(SECOND)).isEqualTo(4);
    }

    @Test
    void readsWhatTheKernelCounts() {
        var stat =
                """
                cpu  100 20 30 800 40 1 2 7 0 0
                cpu0 50 10 15 400 20 1 1 4 0 0
                cpu1 50 10 15 400 20 0 1 3 0 0
                intr 12345
                procs_running 3
                """;
        assertThat(MachineLoad.read(stat.lines().toList(), 5, 6))
                .contains(new MachineLoad(2, 160, 1000, 5, 6, 3));
        assertThat(MachineLoad.read("garbage".lines().toList(), 5, 6)).isEmpty();
    }

    @Test
    void subtractsWhatItUsesItself() {
        var before = new MachineLoad(2, 0, 0, 0, 0, 1);
        var after = new MachineLoad(2, 150, 200, SECOND, SECOND, 1);
        assertThat(after.othersSince(before)).isCloseTo(0.5, within(1e-9));
        assertThat(before.othersSince(before)).isZero();
    }
}
