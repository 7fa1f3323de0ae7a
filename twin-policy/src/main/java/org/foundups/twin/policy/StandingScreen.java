package org.foundups.twin.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screen;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;
import org.foundups.twin.core.TargetKind;

/// Screens by what is known about a target beside its words. The first objection wins.
final class StandingScreen implements Screen {
    private final List<StandingRule> inOrder;

    StandingScreen(PolicySettings settings) {
        inOrder =
                List.of(
                        StandingScreen::killSwitch,
                        StandingScreen::ownAccount,
                        StandingScreen::alreadyAnswered,
                        StandingScreen::repost,
                        StandingScreen::promoted,
                        olderThan(settings.liveMessageAge()));
    }

    @Override
    public Screened screen(Incoming incoming) {
        for (var rule : inOrder) {
            var objection = rule.objection(incoming);
            if (objection.isPresent()) {
                return new Screened.Refused(incoming, Signals.NONE, objection.get());
            }
        }
        return new Screened.Admitted(incoming, Signals.NONE, List.of());
    }

    private static Optional<Refusal> killSwitch(Incoming incoming) {
        var reason = incoming.circumstances().killSwitch();
        return reason == null
                ? Optional.empty()
                : refusal(Refusal.Code.KILL_SWITCH, "The emergency stop is on: " + reason);
    }

    /// By id only: a display name proves nothing.
    private static Optional<Refusal> ownAccount(Incoming incoming) {
        var target = incoming.target();
        var author = target.author().id();
        if (author == null || author.isBlank()) return Optional.empty();
        var own =
                author.equals(target.account().id())
                        || incoming.persona()
                                .ownAccounts()
                                .contains(new Account(target.account().platform(), author));
        return own
                ? refusal(Refusal.Code.OWN_ACCOUNT, "One of the creator's own accounts wrote this.")
                : Optional.empty();
    }

    private static Optional<Refusal> alreadyAnswered(Incoming incoming) {
        var answered = incoming.circumstances().answeredAt();
        return answered == null
                ? Optional.empty()
                : refusal(
                        Refusal.Code.ALREADY_ANSWERED,
                        "This account answered it before, at " + answered + ".");
    }

    private static Optional<Refusal> repost(Incoming incoming) {
        return incoming.target().repost()
                ? refusal(Refusal.Code.REPOST, "It is a repost; only originals are answered.")
                : Optional.empty();
    }

    private static Optional<Refusal> promoted(Incoming incoming) {
        return incoming.target().promoted()
                ? refusal(Refusal.Code.PROMOTED, "It is a paid promotion.")
                : Optional.empty();
    }

    private static StandingRule olderThan(Duration limit) {
        return incoming -> {
            var target = incoming.target();
            var written = target.publishedAt();
            if (target.kind() != TargetKind.LIVE_MESSAGE || written == null)
                return Optional.empty();
            return written.plus(limit).isBefore(incoming.circumstances().now())
                    ? refusal(
                            Refusal.Code.STALE,
                            "The live chat has moved on: it is older than "
                                    + limit.toSeconds()
                                    + " seconds.")
                    : Optional.empty();
        };
    }

    private static Optional<Refusal> refusal(Refusal.Code code, String sentence) {
        return Optional.of(new Refusal(code, sentence, null));
    }
}
