package org.foundups.twin.engagement;

import java.util.List;
import java.util.UUID;
import org.foundups.twin.core.IdentityQuality;

/// What is known about a target once it was seen.
///
/// @param targetRef the stored target; the same for every account that looks at it
/// @param firstSeen whether nobody had seen it before; true exactly once for each target
/// @param changedSinceLast whether its text, or the time of its last edit, is another than when it
///   was seen before
/// @param ownAccount whether one of the creator's accounts wrote it, judged by id alone
/// @param priorActions kinds of action this account decided on for the target before, or carried
///   out: `comment`, `like`, `heart`, each once, in the order of their first time. Decided is not
///   done: a suggestion nobody approved counts here, and nowhere blocks another look. `ignore` and
///   `hold` leave nothing behind and are not named
public record Observation(
        UUID targetRef,
        IdentityQuality identity,
        boolean firstSeen,
        boolean changedSinceLast,
        boolean ownAccount,
        List<String> priorActions) {
    public Observation {
        priorActions = List.copyOf(priorActions);
    }
}
