package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.testing.Fixtures.NOON;
import static org.foundups.twin.testing.Fixtures.aComment;

import java.util.Set;
import java.util.stream.Stream;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Platform;
import org.foundups.twin.testing.TargetFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FingerprintTest {
    private static final TargetFixture COMMENT = aComment("How long did it take?").withId(null);

    /// Stored fingerprints must be recognised by every later version of the program.
    @Test
    void staysTheSameForEver() {
        assertThat(Fingerprint.of(COMMENT.build()))
                .isEqualTo("27536b2ec956323c0474dc3bb6ad57911e446ab188e9e6e9844b6198aa6aa703");
    }

    static Stream<Arguments> alike() {
        return Stream.of(
                Arguments.of("letter case", COMMENT.saying("HOW long DID it take?")),
                Arguments.of("spaces", COMMENT.saying(" How  long\u3000did\u00a0it\n take? ")),
                Arguments.of("full width", COMMENT.saying("Ｈｏｗ long did it take?")),
                Arguments.of("minute", COMMENT.published(NOON.plusSeconds(3_599))),
                Arguments.of("acting account", COMMENT.on(new Account(Platform.YOUTUBE, "UCb"))),
                Arguments.of(
                        "name beside the id",
                        COMMENT.by(stranger("UCstranger00000000000000", "B"))),
                Arguments.of("time of edit", COMMENT.edited(NOON)),
                Arguments.of("title", COMMENT.titled("Another")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void alike(String what, TargetFixture other) {
        assertThat(Fingerprint.of(other.build())).isEqualTo(Fingerprint.of(COMMENT.build()));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("text", COMMENT.saying("How long did it take!")),
                Arguments.of("words run together", COMMENT.saying("Howlong did it take?")),
                Arguments.of("container", COMMENT.in("another")),
                Arguments.of("no container", COMMENT.in(null)),
                Arguments.of("blank container", COMMENT.in("")),
                Arguments.of("author", COMMENT.by(stranger("UCb", "A Stranger"))),
                Arguments.of("next hour", COMMENT.published(NOON.plusSeconds(3_600))),
                Arguments.of("hour before", COMMENT.published(NOON.minusNanos(1))),
                Arguments.of("no hour", COMMENT.published(null)),
                Arguments.of(
                        "name in place of the id",
                        COMMENT.by(stranger(null, "UCstranger00000000000000"))),
                Arguments.of("nobody", COMMENT.by(stranger(null, null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void different(String what, TargetFixture other) {
        assertThat(Fingerprint.of(other.build())).isNotEqualTo(Fingerprint.of(COMMENT.build()));
    }

    @Test
    void keepsFieldsApart() {
        var one = COMMENT.in("ab").by(stranger(null, "c"));
        var other = COMMENT.in("a").by(stranger(null, "bc"));
        assertThat(Fingerprint.of(one.build())).isNotEqualTo(Fingerprint.of(other.build()));
    }

    @Test
    void foldsLettersThatGrow() {
        assertThat(Fingerprint.normalised("STRASSE ﬁ Σίσυφος"))
                .isEqualTo(Fingerprint.normalised("straße FI ΣΊΣΥΦΟΣ"));
    }

    @Test
    void goesByTheNameWhereThereIsNoId() {
        var one = COMMENT.by(stranger(null, "A  Stranger"));
        var same = COMMENT.by(stranger(null, "a stranger"));
        var other = COMMENT.by(stranger(null, "Another"));
        assertThat(Fingerprint.of(one.build())).isEqualTo(Fingerprint.of(same.build()));
        assertThat(Fingerprint.of(one.build())).isNotEqualTo(Fingerprint.of(other.build()));
    }

    private static Author stranger(@Nullable String id, @Nullable String name) {
        return new Author(id, name, Set.of());
    }
}
