package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import org.foundups.twin.core.Memory;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Recollection;
import org.foundups.twin.core.TwinException;
import org.junit.jupiter.api.Test;

/// What every memory promises.
public abstract class MemoryContract {
    /// A memory of the persona of [Fixtures#persona], in which the creator has said these texts.
    protected abstract Memory remembering(String... texts);

    /// A memory that cannot be searched just now.
    protected abstract Memory broken();

    @Test
    void recallsWhatBearsOnTheTarget() {
        var memory =
                remembering(
                        "The visa took four months, and two of them were me losing a form.",
                        "Two rice fields now, and the frogs own both.");
        assertThat(recalled(memory, "How long did the visa take?").passages())
                .first()
                .extracting(Passage::text)
                .isEqualTo("The visa took four months, and two of them were me losing a form.");
    }

    @Test
    void putsTheBestPassageFirst() {
        var memory =
                remembering(
                        "The visa took four months.",
                        "My visa interview was about rice.",
                        "A visa for the dog took longer than mine.");
        assertThat(recalled(memory, "How many months did the visa take?").passages())
                .isSortedAccordingTo(Comparator.comparingDouble(Passage::score).reversed());
    }

    @Test
    void saysNothingTwice() {
        var memory = remembering("The visa took four months.", "The visa took four months.");
        assertThat(recalled(memory, "How many months did the visa take?").passages())
                .extracting(Passage::text)
                .doesNotHaveDuplicates();
    }

    @Test
    void recallsNothingWhenNothingWasSaid() {
        assertThat(recalled(remembering(), "How long did the visa take?").passages()).isEmpty();
    }

    @Test
    void keepsWhatWasAdmitted() {
        var admitted = Fixtures.admitted(Fixtures.incoming("How long did the visa take?"));
        assertThat(remembering("Four months.").recall(admitted).admitted()).isSameAs(admitted);
    }

    @Test
    void getsThroughAnyText() {
        var memory = remembering("The visa took four months.");
        for (var text : HostileTexts.ALL) {
            assertThat(recalled(memory, text).incoming().target().text()).isEqualTo(text);
        }
    }

    @Test
    void takesAFailedSearchForNoEmptyMemory() {
        assertThatThrownBy(() -> recalled(broken(), "How long did the visa take?"))
                .isInstanceOfSatisfying(
                        TwinException.class,
                        failure ->
                                assertThat(failure.kind()).isEqualTo(TwinException.Kind.OUTSIDE));
    }

    private static Recollection recalled(Memory memory, String question) {
        return memory.recall(Fixtures.admitted(Fixtures.incoming(question)));
    }
}
