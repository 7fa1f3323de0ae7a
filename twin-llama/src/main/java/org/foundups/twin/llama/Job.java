package org.foundups.twin.llama;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One reply to be written: given to the decoder by one thread, which then takes the steps as they
/// come; cancelled by any.
final class Job {
    private final CompletionRequest request;
    private final Prompt prompt;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private volatile boolean cancelled;
    private volatile @Nullable Interruption evaluation;

    Job(CompletionRequest request, Prompt prompt) {
        this.request = request;
        this.prompt = prompt;
    }

    CompletionRequest request() {
        return request;
    }

    Prompt prompt() {
        return prompt;
    }

    /// The next thing that happens to it.
    Step next() throws InterruptedException {
        return steps.take();
    }

    void tell(Step step) {
        switch (step) {
            case Step.Begun _, Step.Written _ -> {}
            // Cancelling it afterwards must not break off what others wait for.
            case Step.Ended _, Step.Failed _, Step.Cancelled _ -> evaluation = null;
        }
        steps.add(step);
    }

    /// Nobody waits for the reply any more.
    void cancel() {
        cancelled = true;
        var going = evaluation;
        if (going != null) going.request();
        tell(new Step.Cancelled());
    }

    boolean isCancelled() {
        return cancelled;
    }

    /// From now on cancelling it breaks off what is being evaluated.
    void beginsWith(Interruption interruption) {
        evaluation = interruption;
    }
}
