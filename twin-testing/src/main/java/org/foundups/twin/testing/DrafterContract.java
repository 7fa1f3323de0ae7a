package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.foundups.twin.core.Brief;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Drafter;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Undrafted;
import org.junit.jupiter.api.Test;

/// What every drafter promises.
public abstract class DrafterContract {
    private final Brief brief =
            Fixtures.brief(
                    "How long did the visa take?",
                    Fixtures.passage("It took four months in the end.", 0.8));

    /// A drafter whose generator writes exactly this sentence.
    protected abstract Drafter saying(String sentence);

    /// A drafter whose generator is not there.
    protected abstract Drafter absent();

    @Test
    void givesBackWhatTheGeneratorWrote() {
        assertThat(saying("Four months, all in all.").draft(brief, _ -> {}))
                .isInstanceOfSatisfying(
                        Draft.class,
                        draft -> {
                            assertThat(draft.text()).isEqualTo("Four months, all in all.");
                            assertThat(draft.brief()).isSameAs(brief);
                            assertThat(draft.id()).isNotBlank();
                            assertThat(draft.generator().model()).isNotBlank();
                            assertThat(draft.generator().promptVersion()).isNotBlank();
                        });
    }

    @Test
    void showsOnlyPassagesThatWereRecalled() {
        assertThat(saying("Four months.").draft(brief, _ -> {}))
                .isInstanceOfSatisfying(
                        Draft.class,
                        draft ->
                                assertThat(brief.appraisal().recollection().passages())
                                        .containsAll(draft.shown()));
    }

    @Test
    void tellsWhatIsBeingWritten() {
        var heard = new ArrayList<String>();
        saying("Four months, all in all.").draft(brief, heard::add);
        assertThat(String.join("", heard).strip()).isEqualTo("Four months, all in all.");
    }

    @Test
    void writesNothingInPlaceOfAnAbsentGenerator() {
        var heard = new ArrayList<String>();
        assertThat(absent().draft(brief, heard::add))
                .isInstanceOfSatisfying(
                        Undrafted.class,
                        undrafted -> {
                            assertThat(undrafted.brief()).isSameAs(brief);
                            assertThat(undrafted.code().kind())
                                    .isIn(TwinException.Kind.OUTSIDE, TwinException.Kind.CAPACITY);
                            assertThat(undrafted.reason()).isNotBlank();
                        });
        assertThat(heard).isEmpty();
    }

    @Test
    void getsThroughAnyText() {
        var drafter = saying("Four months.");
        for (var text : HostileTexts.ALL) {
            var hostile = Fixtures.brief(text, Fixtures.passage(text, 0.8));
            assertThat(drafter.draft(hostile, _ -> {}).brief()).isSameAs(hostile);
        }
    }
}
