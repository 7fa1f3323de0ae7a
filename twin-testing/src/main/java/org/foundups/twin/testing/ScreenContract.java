package org.foundups.twin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Screen;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every screen promises.
public abstract class ScreenContract {
    /// The screen under test, set up as it is shipped.
    protected abstract Screen screen();

    @Test
    void keepsWhatCameIn() {
        for (var text : HostileTexts.ALL) {
            var incoming = Fixtures.incoming(text);
            assertThat(screen().screen(incoming).incoming()).isSameAs(incoming);
        }
    }

    @Test
    void judgesTheSameAlike() {
        var screen = screen();
        for (var text : HostileTexts.ALL) {
            var incoming = Fixtures.incoming(text);
            assertThat(screen.screen(incoming)).isEqualTo(screen.screen(incoming));
        }
    }

    @Test
    void pointsOnlyIntoTheTextItRead() {
        for (var text : HostileTexts.ALL) {
            for (var span : spans(screen().screen(Fixtures.incoming(text)))) {
                if (span != null) assertThat(span.end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @Test
    void admitsAPlainQuestion() {
        assertThat(screen().screen(Fixtures.incoming("How long did the visa take you?")))
                .isInstanceOf(Screened.Admitted.class);
    }

    private static List<@Nullable Span> spans(Screened screened) {
        return switch (screened) {
            case Screened.Refused refused -> Collections.singletonList(refused.refusal().span());
            case Screened.Admitted admitted ->
                    admitted.reasons().stream().<@Nullable Span>map(Reason::evidence).toList();
        };
    }
}
