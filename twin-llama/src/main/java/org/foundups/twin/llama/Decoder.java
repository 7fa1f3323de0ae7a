package org.foundups.twin.llama;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.foundups.twin.llama.SlotTable.Placement;
import org.foundups.twin.llama.Step.FinishReason;
import org.jspecify.annotations.Nullable;

/// Writes the replies. One thread owns the context and does all the work: each round evaluates one
/// batch with the next token of every reply in the making and a piece of each new prompt, so
/// replies progress side by side. Requests wait in the order in which they come.
final class Decoder {
    /// How many tokens of prompts go into a batch while replies are being written, so few that
    /// those do not visibly falter; and while the number of threads may change, which it can
    /// between two batches only. Larger ones were no faster on two cores.
    private static final int PROMPT_SHARE = 64;

    private final LlamaModel model;
    private final LlamaContext context;
    private final ContextSettings settings;
    private final Sampler.Maker samplers;
    private final Interruption interruption;
    private final ThreadChoice threads;
    private final Pulse pulse;
    private final Figures figures;
    private final LongSupplier nanoClock;
    private final List<Slot> slots = new ArrayList<>();
    private final TokenSequence pinned;
    private final PinnedPrefix pinnedPrefix;
    private final TokenBatch batch = new TokenBatch(LlamaContext.BATCH_TOKENS);
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();

    /// One for each slot and each place in the queue, taken until a job is over. A queue with a
    /// limit of its own would turn away a burst although all slots are free, because the decoder
    /// takes jobs out between two batches only.
    private final Semaphore places;

    private final int queueLimit;

    /// What the decoder works with.
    record Parts(
            LlamaModel model,
            LlamaContext context,
            ContextSettings settings,
            Sampler.Maker samplers,
            ThreadChoice threads,
            Interruption interruption,
            Pulse pulse,
            Figures figures,
            LongSupplier nanoClock) {}

    Decoder(Parts parts, int queueLimit) {
        this.model = parts.model();
        this.context = parts.context();
        this.settings = parts.settings();
        this.samplers = parts.samplers();
        this.interruption = parts.interruption();
        this.threads = parts.threads();
        this.pulse = parts.pulse();
        this.figures = parts.figures();
        this.nanoClock = parts.nanoClock();
        for (var i = 0; i < settings.slots(); i++) slots.add(new Slot(i));
        this.pinned = new TokenSequence(settings.pinnedSequence());
        this.pinnedPrefix = new PinnedPrefix(settings.pinnedTokens());
        this.places = new Semaphore(settings.slots() + queueLimit);
        this.queueLimit = queueLimit;
    }

    /// Puts a job in the queue. Any thread.
    ///
    /// @throws ApiError if all slots are taken and the queue is full
    void submit(Job job) {
        if (!places.tryAcquire()) throw ApiError.busy(queueLimit);
        waiting.add(job);
    }

    /// Works for ever, on the thread that calls it.
    void run() throws InterruptedException {
        while (true) {
            interruption.clear();
            dropCancelled();
            admit();
            if (slots.stream().allMatch(slot -> slot.reply() == null)) continue;
            context.compute(threads.threads(now()));
            round();
        }
    }

    private void dropCancelled() {
        for (var slot : slots) {
            var reply = slot.reply();
            if (reply == null || !reply.job().isCancelled()) continue;
            figures.cancelled(reply.usage(now()));
            leave(slot);
        }
        for (var job : waiting) {
            if (job.isCancelled() && waiting.remove(job)) places.release();
        }
    }

    /// Before anybody hears that a reply is over, so that who then asks again finds a place.
    private void leave(Slot slot) {
        slot.release(now());
        places.release();
    }

    /// Gives waiting jobs a slot; if there is nothing else to do, waits for one.
    private void admit() throws InterruptedException {
        while (slots.stream().anyMatch(slot -> slot.reply() == null)) {
            var job = nextJob();
            if (job == null) return;
            if (job.isCancelled()) {
                places.release();
                continue;
            }
            try {
                begin(job);
            } catch (ApiError refused) {
                places.release();
                figures.failed();
                job.tell(new Step.Failed(refused));
            }
        }
    }

    private @Nullable Job nextJob() throws InterruptedException {
        if (slots.stream().anyMatch(slot -> slot.reply() != null)) return waiting.poll();
        pulse.resting();
        var job = waiting.poll(1, TimeUnit.SECONDS);
        pulse.working();
        if (job != null) context.compute(threads.afterRest());
        return job;
    }

    private void begin(Job job) {
        var request = job.request();
        var prompt = job.prompt();
        var sampler = samplers.make(request.sampling(), request.grammar());
        var candidates = slots.stream().map(Slot::candidate).toList();
        var placement =
                SlotTable.place(candidates, pinned, prompt.tokens(), request.slot()).orElseThrow();
        var slot = slots.get(placement.slot());
        var reused = prepare(slot, placement, job);
        var room = settings.slotTokens() - prompt.length();
        slot.take(new Reply(job, sampler, reused, room, now()));
        job.beginsWith(interruption);
        job.tell(new Step.Begun());
    }

    /// Makes the slot hold the beginning of the prompt and nothing else.
    ///
    /// @return how many tokens that are
    private int prepare(Slot slot, Placement placement, Job job) {
        var held = slot.held();
        var own = placement.source() == held.id();
        var useful = job.request().cachePrompt() && (own || model.rewindable());
        var reused = useful ? placement.reused() : 0;
        if (own || reused == 0) {
            if (!context.forget(held.id(), reused)) reused = 0;
        } else {
            context.share(placement.source(), held.id(), reused);
        }
        held.become(job.prompt().tokens(), reused);
        return reused;
    }

    private void round() {
        pulse.beat();
        fillBatch();
        switch (context.evaluate(batch)) {
            case DONE -> evaluated();
            case ABORTED -> rollBack();
            case FAILED -> failed();
        }
    }

    private void fillBatch() {
        batch.clear();
        slots.forEach(Slot::mark);
        slots.forEach(this::addNextToken);
        var whole = batch.size() == 0 && !threads.watches();
        var share = whole ? batch.room() : Math.min(PROMPT_SHARE, batch.room());
        var prompts = slots.stream().filter(Decoder::readsPrompt).toList();
        for (var i = 0; i < prompts.size(); i++) {
            var part = share / (prompts.size() - i);
            share -= addPrompt(prompts.get(i), part);
        }
    }

    private static boolean readsPrompt(Slot slot) {
        var reply = slot.reply();
        return reply != null && slot.held().length() < reply.job().prompt().length();
    }

    private void addNextToken(Slot slot) {
        var reply = slot.reply();
        if (reply == null) return;
        reply.expectAt(-1);
        if (!readsPrompt(slot)) add(slot, reply, reply.nextToken(), true);
    }

    private int addPrompt(Slot slot, int most) {
        var reply = slot.reply();
        if (reply == null) return 0;
        var tokens = reply.job().prompt().tokens();
        var from = slot.held().length();
        var to = Math.min(tokens.length, from + most);
        for (var i = from; i < to; i++) add(slot, reply, tokens[i], i == tokens.length - 1);
        return to - from;
    }

    private void add(Slot slot, Reply reply, int token, boolean wantsLogits) {
        var held = slot.held();
        var index = batch.add(token, held.length(), held.id(), wantsLogits);
        held.append(token);
        if (wantsLogits) reply.expectAt(index);
    }

    private void evaluated() {
        for (var slot : slots) {
            var reply = slot.reply();
            if (reply == null || reply.batchIndex() < 0 || reply.job().isCancelled()) continue;
            if (reply.isUnwritten()) pinBeginning(slot, reply.job().prompt());
            write(slot, reply);
        }
    }

    private void pinBeginning(Slot slot, Prompt prompt) {
        if (!model.rewindable() || !pinnedPrefix.shouldPin(prompt)) return;
        context.share(slot.held().id(), pinned.id(), prompt.prefixLength());
        pinned.become(prompt.tokens(), prompt.prefixLength());
    }

    private void write(Slot slot, Reply reply) {
        var token = reply.sampler().sample(context, reply.batchIndex());
        if (token == Sampler.DEAD_END) {
            fail(slot, reply, "The grammar led to a place where no token of the model fits.");
        } else if (model.vocabulary().isEnd(token)) {
            end(slot, reply, FinishReason.STOP);
        } else {
            var logprob = reply.job().request().wantsLogprobs() ? logprob(reply, token) : null;
            var reason = reply.wrote(token, model.vocabulary().piece(token), logprob, now());
            if (reason != null) end(slot, reply, reason);
        }
    }

    private TokenLogprob logprob(Reply reply, int token) {
        var logits = context.logits(reply.batchIndex()).toArray(ValueLayout.JAVA_FLOAT);
        var all = new Logprobs(logits);
        var likeliest =
                Arrays.stream(all.likeliest(reply.job().request().topLogprobs()))
                        .mapToObj(other -> logprob(all, other, List.of()))
                        .toList();
        return logprob(all, token, likeliest);
    }

    private TokenLogprob logprob(Logprobs all, int token, List<TokenLogprob> likeliest) {
        var vocabulary = model.vocabulary();
        return new TokenLogprob(
                vocabulary.name(token), vocabulary.piece(token), all.of(token), likeliest);
    }

    private void end(Slot slot, Reply reply, FinishReason reason) {
        figures.ended(reply.usage(now()));
        leave(slot);
        reply.end(reason, now());
    }

    private void fail(Slot slot, Reply reply, String sentence) {
        figures.failed();
        leave(slot);
        reply.job().tell(new Step.Failed(ApiError.internal(sentence)));
    }

    /// Somebody has gone. What the others lost with this batch is evaluated again in the next.
    private void rollBack() {
        for (var slot : slots) {
            if (slot.rollBack(context)) continue;
            var reply = slot.reply();
            if (reply != null) fail(slot, reply, "The reply was lost when another broke off.");
        }
    }

    private void failed() {
        for (var slot : slots) {
            var reply = slot.reply();
            if (reply == null) continue;
            context.forget(slot.held().id(), 0);
            slot.held().cutTo(0);
            fail(slot, reply, "The model could not be evaluated; the log of the engine says why.");
        }
    }

    private long now() {
        return nanoClock.getAsLong();
    }

    /// How many jobs wait for a slot, the one included that is just getting one. Any thread; a
    /// glance, not a count.
    int waiting() {
        var taken = slots.size() + queueLimit - places.availablePermits();
        var written = (int) slots.stream().filter(slot -> slot.reply() != null).count();
        return Math.max(0, taken - written);
    }

    /// How the slots stand. Any thread; a glance, not a count.
    List<SlotState> states() {
        return slots.stream()
                .map(slot -> new SlotState(slot.held().length(), slot.reply() != null))
                .toList();
    }

    /// How many tokens the pinned beginning has. Any thread.
    int pinnedTokens() {
        return pinned.length();
    }

    /// @param tokens held
    /// @param busy whether a reply is being written
    record SlotState(int tokens, boolean busy) {}
}
