package org.foundups.twin.llama;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The engine as a program of its own; `--help` tells how it is called.
///
/// With a parent process: reads the bearer token from the first line of standard input, tells
/// events as lines of JSON on standard output, and ends at once when standard input does.
public final class EngineMain {
    private static final String KEY_VARIABLE = "TWIN_ENGINE_KEY";
    private static final long GLANCE_NANOS = 2_000_000;
    private static final long STACK_BYTES = 32L * 1024 * 1024;

    private final EngineEvents events;
    private final NativeLog log;

    private EngineMain(EngineEvents events, PrintStream errors) {
        this.events = events;
        this.log = new NativeLog(errors);
    }

    /// Runs until the parent is gone, or a signal comes. Exit status: 2 for a wrong command line, 3
    /// for the model, 4 for the native libraries, 5 for memory, 1 for a fault of its own.
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(EngineOptions.HELP);
            return;
        }
        var events = new EngineEvents(System.out);
        // Only events go to standard output, whoever else prints.
        System.setOut(System.err);
        try {
            new EngineMain(events, System.err).run(EngineOptions.parse(List.of(arguments)));
        } catch (EngineFailure failure) {
            events.failed(failure);
            ProcessEnd.now(failure.code().exitStatus());
        } catch (Throwable fault) {
            fault.printStackTrace();
            ProcessEnd.now(1);
        }
    }

    private void run(EngineOptions options) {
        var token = token(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessEnd.now(143)));
        var begun = System.nanoTime();
        events.loading(0);
        var modelBytes = GgufFile.check(options.model(), "model file");
        var adapter = options.adapter();
        if (adapter != null) GgufFile.check(adapter.file(), "adapter file");
        MachineMemory.checkRoomFor(modelBytes);
        var parts = load(options);
        var decoder = new Decoder(parts, options.queue());
        startDecoding(decoder);
        var random = new SecureRandom();
        var requests = new RequestReader(options.name(), random::nextLong);
        var identity = new Engine.Identity(options.name(), options.sha256());
        var engine = new Engine(identity, parts, decoder, requests, InstantSource.system());
        var server = HttpServer.open(options.port(), token, engine);
        tellReady(options, parts, server.port(), (System.nanoTime() - begun) / 1_000_000);
    }

    /// The parent may be gone before the model is loaded, so it is watched from the beginning.
    private static BearerToken token(EngineOptions options) {
        if (options.standalone()) return new BearerToken(standaloneSecret(options.keyFile()));
        var lifeline = new Lifeline(System.in);
        var token = new BearerToken(lifeline.firstLine());
        lifeline.whenCut(() -> ProcessEnd.now(0));
        return token;
    }

    private static String standaloneSecret(@Nullable Path file) {
        if (file == null) return System.getenv().getOrDefault(KEY_VARIABLE, "");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException unreadable) {
            throw EngineFailure.argument("The key file " + file + " cannot be read.")
                    .causedBy(unreadable);
        }
    }

    private Decoder.Parts load(EngineOptions options) {
        var library = LlamaLibrary.open(options.natives());
        log.attach(library);
        var model =
                LlamaModel.load(library, log, options.model(), options.adapter(), events::loading);
        var settings =
                new ContextSettings(contextOf(model, options), options.slots(), options.threads());
        var pulse = new Pulse(System::nanoTime);
        var interruption = new Interruption(pulse);
        var context = LlamaContext.open(library, model, settings, interruption);
        return new Decoder.Parts(
                model,
                context,
                settings,
                new Sampler.Maker(library, model.vocabulary()),
                new ThreadChoice(
                        settings.threads(),
                        MachineLoad::now,
                        () -> LockSupport.parkNanos(GLANCE_NANOS)),
                interruption,
                pulse,
                new Figures(),
                System::nanoTime);
    }

    /// A model makes no sense of places it was never trained on.
    private static int contextOf(LlamaModel model, EngineOptions options) {
        var trained = model.trainedContext();
        if (trained <= 0 || options.context() <= trained) return options.context();
        System.err.println(
                "The model was trained on " + trained + " tokens at most; so many are used.");
        return trained;
    }

    /// The native readers of grammars call themselves, hence the stack.
    private static void startDecoding(Decoder decoder) {
        Thread.ofPlatform()
                .name("decoder")
                .stackSize(STACK_BYTES)
                .start(() -> {
                    try {
                        decoder.run();
                    } catch (Throwable fault) {
                        fault.printStackTrace();
                        ProcessEnd.now(1);
                    }
                });
    }

    private void tellReady(EngineOptions options, Decoder.Parts parts, int port, long loadMillis) {
        var settings = parts.settings();
        events.ready(
                port,
                new JsonMapper()
                        .createObjectNode()
                        .put("model", options.name())
                        .put("load_ms", loadMillis)
                        .put("description", parts.model().description())
                        .put("chat_template", Engine.template(parts.model()))
                        .put("context", settings.slotTokens())
                        .put("slots", settings.slots())
                        .put("threads", settings.threads())
                        .put("llama_cpp", LlamaLibrary.VERSION));
    }
}
