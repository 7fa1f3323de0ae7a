package org.foundups.twin.llama;

import java.io.IOException;
import java.util.ArrayList;
import org.foundups.twin.llama.AnswerForm.Heading;

/// Passes the steps of one job on to whoever asked, in the form they asked for.
record Answering(AnswerForm form, Heading heading, CompletionRequest request) {
    /// @throws ApiError if there is no reply; too late to be sent if a stream has begun, which then
    ///   ends with the error as its last event
    /// @throws IOException if the client is gone
    void answer(Job job, HttpReply reply) throws IOException, InterruptedException {
        if (request.stream()) {
            stream(job, reply);
        } else {
            whole(job, reply);
        }
    }

    private void whole(Job job, HttpReply reply) throws IOException, InterruptedException {
        var text = new StringBuilder();
        var logprobs = new ArrayList<TokenLogprob>();
        while (true) {
            switch (job.next()) {
                case Step.Begun _ -> {}
                case Step.Written written -> {
                    text.append(written.shown().text());
                    logprobs.addAll(written.shown().logprobs());
                }
                case Step.Ended ended -> {
                    var wanted = request.wantsLogprobs() ? logprobs : null;
                    reply.send(
                            200,
                            form.document(
                                    heading,
                                    text.toString(),
                                    wanted,
                                    ended.reason(),
                                    ended.usage()));
                    return;
                }
                case Step.Failed failed -> throw failed.error();
                case Step.Cancelled _ -> throw new IOException("the client went away");
            }
        }
    }

    private void stream(Job job, HttpReply reply) throws IOException, InterruptedException {
        while (true) {
            switch (job.next()) {
                case Step.Begun _ -> {
                    reply.beginEvents();
                    reply.event(form.opening(heading));
                }
                case Step.Written written ->
                        reply.event(form.chunk(heading, written.shown(), request.wantsLogprobs()));
                case Step.Ended ended -> {
                    reply.event(form.closing(heading, ended.reason(), ended.usage()));
                    if (request.includeUsage()) reply.event(form.usage(heading, ended.usage()));
                    reply.event("[DONE]");
                    reply.endEvents();
                    return;
                }
                case Step.Failed failed -> {
                    if (!reply.isBegun()) throw failed.error();
                    reply.event(HttpReply.document(failed.error()));
                    reply.endEvents();
                    return;
                }
                case Step.Cancelled _ -> throw new IOException("the client went away");
            }
        }
    }
}
