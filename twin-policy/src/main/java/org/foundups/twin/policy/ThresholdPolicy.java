package org.foundups.twin.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Appraisal;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Grounds;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Interrupted;
import org.foundups.twin.core.Policy;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.TargetKind;
import org.foundups.twin.core.Undrafted;
import org.foundups.twin.core.Verdict;
import org.jspecify.annotations.Nullable;

/// Turns grounds into a decision. A comment needs a cleared draft; every way a draft can fail leads
/// to a hold.
final class ThresholdPolicy implements Policy {
    /// Moves when a rule here or in the appraiser changes.
    static final String RULES = "threshold-2";

    private static final double MOST = 0.95;

    private final PolicySettings settings;
    private final String version;

    ThresholdPolicy(PolicySettings settings) {
        this.settings = settings;
        this.version = RULES + "/" + fingerprint(settings);
    }

    /// Eight hex digits that change with any threshold.
    private static String fingerprint(PolicySettings settings) {
        var crc = new CRC32();
        crc.update(settings.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Override
    public Decision decide(Grounds grounds) {
        return switch (grounds) {
            case Screened.Refused refused -> refused(refused);
            case Appraisal.Wordless wordless -> wordless(wordless);
            case Verdict.Cleared cleared -> cleared(cleared);
            case Verdict.Repairable repairable -> flagged(repairable, "FLAGGED");
            case Verdict.Blocked blocked -> flagged(blocked, "BLOCKED");
            case Undrafted undrafted ->
                    hold(
                            undrafted,
                            new Reason(undrafted.code().name(), undrafted.reason(), 1, null),
                            List.of());
            case Interrupted interrupted ->
                    hold(
                            interrupted,
                            new Reason(interrupted.code().name(), interrupted.reason(), 1, null),
                            List.of());
        };
    }

    private Decision refused(Screened.Refused refused) {
        var refusal = refused.refusal();
        var reason = new Reason(refusal.code().name(), refusal.sentence(), 1, refusal.span());
        return decision(
                refused, permitted(refused, actionFor(refusal.code())), 0.9, List.of(reason), null);
    }

    /// What nobody would want answered is ignored; what a person should see is held.
    private static Action actionFor(Refusal.Code code) {
        return switch (code) {
            case OWN_ACCOUNT, ALREADY_ANSWERED, EMPTY, REPOST, PROMOTED, STALE, ABUSE, SPAM ->
                    Action.IGNORE;
            case KILL_SWITCH,
                    CRISIS,
                    INJECTION,
                    PRIVATE_DATA,
                    IMPERSONATION,
                    DISCLOSURE,
                    UNSUPPORTED_LANGUAGE ->
                    Action.HOLD;
        };
    }

    private Decision wordless(Appraisal.Wordless wordless) {
        return decision(
                wordless,
                permitted(wordless, wordless.action()),
                wordless.confidence(),
                wordless.reasons(),
                wordless.cooldownUntil());
    }

    private Decision cleared(Verdict.Cleared cleared) {
        var appraisal = cleared.draft().brief().appraisal();
        var confidence = Math.min(appraisal.features().relevance(), MOST);
        return decision(cleared, Action.COMMENT, confidence, appraisal.reasons(), null);
    }

    private Decision flagged(Verdict verdict, String code) {
        var worst = verdict.findings().stream().max((a, b) -> a.severity().compareTo(b.severity()));
        var message = worst.map(Finding::message).orElse("The draft was not cleared.");
        var reasons = verdict.draft().brief().appraisal().reasons();
        return hold(verdict, new Reason(code, "No draft stood: " + message, 1, null), reasons);
    }

    private Decision hold(Grounds grounds, Reason first, List<Reason> others) {
        var reasons = new ArrayList<Reason>();
        reasons.add(first);
        reasons.addAll(others);
        return decision(grounds, Action.HOLD, 0.9, reasons, null);
    }

    /// What the caller cannot carry out becomes the next quieter thing.
    private static Action permitted(Grounds grounds, Action wanted) {
        var allowed = grounds.incoming().allowed();
        if (wanted == Action.HOLD || wanted == Action.IGNORE || allowed.contains(wanted))
            return wanted;
        return Action.IGNORE;
    }

    private Decision decision(
            Grounds grounds,
            Action action,
            double confidence,
            List<Reason> reasons,
            @Nullable Instant cooldownUntil) {
        var incoming = grounds.incoming();
        return new Decision(
                grounds,
                action,
                Math.clamp(confidence, 0, 1),
                reasons,
                settings.cooldown(),
                cooldownUntil,
                true,
                version,
                incoming.circumstances().now().plus(lifetime(incoming)));
    }

    private Duration lifetime(Incoming incoming) {
        return incoming.target().kind() == TargetKind.LIVE_MESSAGE
                ? settings.liveDecisionLifetime()
                : settings.decisionLifetime();
    }
}
