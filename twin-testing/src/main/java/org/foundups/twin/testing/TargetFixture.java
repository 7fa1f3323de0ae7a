package org.foundups.twin.testing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Target;
import org.foundups.twin.core.TargetKind;
import org.foundups.twin.core.Utterance;
import org.jspecify.annotations.Nullable;

/// A target under construction; every step gives a new one.
public final class TargetFixture {
    private Account account = Fixtures.ACCOUNT;
    private TargetKind kind = TargetKind.COMMENT;
    private @Nullable String id = "UgwTest1";
    private @Nullable String parentId;
    private @Nullable String containerId = "dQw4w9WgXcQ";
    private @Nullable String title = "Rice and rules";
    private Author author = new Author("UCstranger00000000000000", "A Stranger", Set.of());
    private String text;
    private @Nullable Instant publishedAt = Fixtures.NOON;
    private @Nullable Instant editedAt;
    private List<Utterance> thread = List.of();
    private boolean repost;
    private boolean promoted;

    private TargetFixture(String text) {
        this.text = text;
    }

    static TargetFixture comment(String text) {
        return new TargetFixture(text);
    }

    public TargetFixture on(Account other) {
        return changed(copy -> copy.account = other);
    }

    public TargetFixture asA(TargetKind other) {
        return changed(copy -> copy.kind = other);
    }

    public TargetFixture withId(@Nullable String other) {
        return changed(copy -> copy.id = other);
    }

    public TargetFixture under(@Nullable String parent) {
        return changed(copy -> copy.parentId = parent);
    }

    public TargetFixture in(@Nullable String container) {
        return changed(copy -> copy.containerId = container);
    }

    public TargetFixture by(Author other) {
        return changed(copy -> copy.author = other);
    }

    public TargetFixture titled(String other) {
        return changed(copy -> copy.title = other);
    }

    public TargetFixture saying(String other) {
        return changed(copy -> copy.text = other);
    }

    public TargetFixture published(@Nullable Instant at) {
        return changed(copy -> copy.publishedAt = at);
    }

    public TargetFixture edited(@Nullable Instant at) {
        return changed(copy -> copy.editedAt = at);
    }

    public TargetFixture after(Utterance... earlier) {
        return changed(copy -> copy.thread = List.of(earlier));
    }

    public TargetFixture reposted() {
        return changed(copy -> copy.repost = true);
    }

    public TargetFixture paidFor() {
        return changed(copy -> copy.promoted = true);
    }

    private TargetFixture changed(Consumer<TargetFixture> change) {
        var copy = new TargetFixture(text);
        copy.account = account;
        copy.kind = kind;
        copy.id = id;
        copy.parentId = parentId;
        copy.containerId = containerId;
        copy.title = title;
        copy.author = author;
        copy.publishedAt = publishedAt;
        copy.editedAt = editedAt;
        copy.thread = thread;
        copy.repost = repost;
        copy.promoted = promoted;
        change.accept(copy);
        return copy;
    }

    /// The finished target.
    public Target build() {
        return new Target(
                account,
                kind,
                id,
                parentId,
                containerId,
                title,
                null,
                author,
                text,
                null,
                publishedAt,
                editedAt,
                thread,
                repost,
                promoted,
                Fixtures.NOON);
    }
}
