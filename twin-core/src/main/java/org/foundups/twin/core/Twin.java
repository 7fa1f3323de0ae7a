package org.foundups.twin.core;

import java.util.function.LongSupplier;

/// The twin: reads, recalls, drafts, inspects, decides and records. Nothing leaves the house here.
///
/// @param attempts how often a draft may be tried in all, at least 1
/// @param nanoTime a monotonic clock in nanoseconds, for timings only
public record Twin(
        Screen screen,
        Memory memory,
        Appraiser appraiser,
        Drafter drafter,
        Guard guard,
        Policy policy,
        Journal journal,
        int attempts,
        LongSupplier nanoTime) {
    public Twin {
        if (attempts < 1) throw new IllegalArgumentException("a draft is tried at least once");
    }

    /// Runs one target through the whole flow. A stage that fails leads to `HOLD`; only a decision
    /// that cannot be recorded fails as a whole.
    ///
    /// @throws TwinException of kind OUTSIDE if the decision was not committed
    public Recorded consider(Incoming incoming, Witness witness) {
        var run = new Run(nanoTime, witness);
        var grounds = run.guarded(incoming, () -> screened(incoming, run));
        var decision = run.timed(Stage.DECIDE, () -> policy.decide(grounds));
        return journal.record(run.finished(decision));
    }

    private Grounds screened(Incoming incoming, Run run) {
        return switch (run.timed(Stage.SCREEN, () -> screen.screen(incoming))) {
            case Screened.Refused refused -> refused;
            case Screened.Admitted admitted -> appraised(admitted, run);
        };
    }

    private Grounds appraised(Screened.Admitted admitted, Run run) {
        var recollection = run.timed(Stage.RECALL, () -> memory.recall(admitted));
        return switch (run.timed(Stage.APPRAISE, () -> appraiser.appraise(recollection))) {
            case Appraisal.Wordless wordless -> wordless;
            case Appraisal.Deserving deserving -> inspected(Brief.first(deserving), run);
        };
    }

    /// Redrafting is the only loop of the flow.
    private Grounds inspected(Brief brief, Run run) {
        return switch (run.timed(Stage.DRAFT, () -> drafter.draft(brief, run.tokens(brief)))) {
            case Undrafted undrafted -> undrafted;
            case Draft draft ->
                    switch (run.timed(Stage.INSPECT, () -> guard.inspect(draft))) {
                        case Verdict.Repairable repairable when brief.attempt() < attempts ->
                                inspected(Brief.again(repairable), run);
                        case Verdict verdict -> verdict;
                    };
        };
    }
}
