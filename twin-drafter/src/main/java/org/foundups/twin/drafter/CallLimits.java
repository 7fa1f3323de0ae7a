package org.foundups.twin.drafter;

import java.time.Duration;

/// How long and how much a model server may answer.
///
/// @param connect until the connection stands
/// @param firstToken until the first piece of text; a server that loads its model on demand takes
///   long here
/// @param betweenTokens from one piece of text to the next
/// @param whole from asking to the end of the answer
/// @param answerBytes greatest size of a whole response, protocol included
public record CallLimits(
        Duration connect,
        Duration firstToken,
        Duration betweenTokens,
        Duration whole,
        int answerBytes) {
    /// 3 s, 30 s, 10 s and 60 s; 1 MiB.
    public static final CallLimits DEFAULT =
            new CallLimits(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    1 << 20);

    public CallLimits {
        for (var limit : new Duration[] {connect, firstToken, betweenTokens, whole}) {
            if (!limit.isPositive()) throw new IllegalArgumentException("a time limit is above 0");
        }
        if (answerBytes < 1024) throw new IllegalArgumentException("an answer may have 1 KiB");
    }
}
