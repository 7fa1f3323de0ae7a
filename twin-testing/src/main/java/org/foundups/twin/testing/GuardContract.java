package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Draft;
import org.foundups.twin.core.Guard;
import org.foundups.twin.core.Verdict;
import org.junit.jupiter.api.Test;

/// What every guard promises.
public abstract class GuardContract {
    /// The guard under test, set up as it is shipped.
    protected abstract Guard guard();

    @Test
    void keepsTheDraft() {
        for (var draft : drafts()) assertThat(guard().inspect(draft).draft()).isSameAs(draft);
    }

    @Test
    void inspectsTheSameAlike() {
        var guard = guard();
        for (var draft : drafts()) {
            assertThat(guard.inspect(draft)).isEqualTo(guard.inspect(draft));
        }
    }

    /// One that claims nothing about the creator's life.
    @Test
    void clearsAPlainAnswer() {
        var text = "It depends on the office, so ask yours before you send anything.";
        assertThat(guard().inspect(draft(text)))
                .isInstanceOfSatisfying(
                        Verdict.Cleared.class,
                        cleared -> assertThat(cleared.text()).isEqualTo(text));
    }

    @Test
    void neverClearsTextWithNothingInIt() {
        for (var nothing : List.of("", " ", "\u200b\u3000\n")) {
            assertThat(guard().inspect(draft(nothing))).isNotInstanceOf(Verdict.Cleared.class);
        }
    }

    /// A repaired text that would not pass by itself was not inspected after its repair.
    @Test
    void clearsAgainWhatItCleared() {
        for (var draft : drafts()) {
            if (guard().inspect(draft) instanceof Verdict.Cleared cleared) {
                assertThat(guard().inspect(draft(cleared.text())))
                        .isInstanceOfSatisfying(
                                Verdict.Cleared.class,
                                again -> assertThat(again.text()).isEqualTo(cleared.text()));
            }
        }
    }

    @Test
    void pointsOnlyIntoTheTextItRead() {
        for (var draft : drafts()) {
            for (var finding : guard().inspect(draft).findings()) {
                var span = finding.span();
                if (span != null) assertThat(span.end()).isLessThanOrEqualTo(draft.text().length());
            }
        }
    }

    @Test
    void namesItsRulesAndSaysWhatIsWrong() {
        for (var draft : drafts()) {
            assertThat(guard().inspect(draft).findings())
                    .allSatisfy(finding -> {
                        assertThat(finding.rule()).matches("[a-z][a-z0-9_]*");
                        assertThat(finding.message()).isNotBlank();
                    });
        }
    }

    private static List<Draft> drafts() {
        var drafts = new ArrayList<Draft>();
        for (var text : HostileTexts.ALL) drafts.add(draft(text));
        drafts.add(draft("Sure! Four months, all in all, and two of them were my own fault."));
        drafts.add(draft("Look at https://example.com, it took me four months."));
        return drafts;
    }

    private static Draft draft(String text) {
        return Fixtures.draft(Fixtures.brief("How long did the visa take?"), text);
    }
}
