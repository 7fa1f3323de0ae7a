package org.foundups.twin.testing;

import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.foundups.twin.core.Utterance;
import org.jspecify.annotations.Nullable;

/// A target under construction; every step gives a new one.
public record TargetFixture(
        Account account,
        @Nullable String id,
        @Nullable String parentId,
        Author author,
        String text,
        @Nullable String title,
        List<Utterance> thread,
        boolean repost,
        boolean promoted) {

    static TargetFixture comment(String text) {
        var stranger = new Author("UCstranger00000000000000", "A Stranger", Set.of());
        return new TargetFixture(
                Fixtures.ACCOUNT,
                "UgwTest1",
                null,
                stranger,
                text,
                "Rice and rules",
                List.of(),
                false,
                false);
    }

    public TargetFixture on(Account other) {
        return new TargetFixture(
                other, id, parentId, author, text, title, thread, repost, promoted);
    }

    public TargetFixture withId(@Nullable String other) {
        return new TargetFixture(
                account, other, parentId, author, text, title, thread, repost, promoted);
    }

    public TargetFixture under(String parent) {
        return new TargetFixture(
                account, id, parent, author, text, title, thread, repost, promoted);
    }

    public TargetFixture by(Author other) {
        return new TargetFixture(
                account, id, parentId, other, text, title, thread, repost, promoted);
    }

    public TargetFixture titled(String other) {
        return new TargetFixture(
                account, id, parentId, author, text, other, thread, repost, promoted);
    }

    public TargetFixture after(Utterance... earlier) {
        return new TargetFixture(
                account, id, parentId, author, text, title, List.of(earlier), repost, promoted);
    }

    public TargetFixture reposted() {
        return new TargetFixture(
                account, id, parentId, author, text, title, thread, true, promoted);
    }

    public TargetFixture paidFor() {
        return new TargetFixture(account, id, parentId, author, text, title, thread, repost, true);
    }

    /// The finished target.
    public Target build() {
        return new Target(
                account,
                TargetKind.COMMENT,
                id,
                parentId,
                "dQw4w9WgXcQ",
                title,
                null,
                author,
                text,
                null,
                Fixtures.NOON,
                null,
                thread,
                repost,
                promoted,
                Fixtures.NOON);
    }
}
