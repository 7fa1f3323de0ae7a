package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Drafter;
import org.junit.jupiter.api.Test;

final class FakeDrafterTest extends DrafterContract {
    @Override
    protected Drafter saying(String sentence) {
        return FakeDrafter.saying(sentence);
    }

    @Override
    protected Drafter absent() {
        return FakeDrafter.absent();
    }

    @Test
    void saysItsLastTextForEver() {
        var drafter = FakeDrafter.saying("One.", "Two.");
        var brief = Fixtures.brief("How many?");
        for (var expected : new String[] {"One.", "Two.", "Two."}) {
            assertThat(drafter.draft(brief, _ -> {}))
                    .isInstanceOfSatisfying(
                            Draft.class, draft -> assertThat(draft.text()).isEqualTo(expected));
        }
        assertThat(drafter.asked()).hasSize(3);
    }
}
