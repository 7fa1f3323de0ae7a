package org.foundups.twin.api;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Server-sent events, each stream written by a virtual thread of its own, all ended with the
/// service.
final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private final Set<Thread> writers = ConcurrentHashMap.newKeySet();

    /// What writes one stream.
    @FunctionalInterface
    interface Writer {
        /// Returns when there is nothing more to say.
        void write(Stream stream) throws IOException, InterruptedException;
    }

    /// Opens a stream; the response ends when the writer returns or the client goes.
    SseEmitter open(Writer writer) {
        var emitter = new SseEmitter(0L);
        var thread =
                Thread.ofVirtual()
                        .name("event-stream")
                        .unstarted(() -> {
                            try {
                                writer.write(new Stream(emitter));
                                emitter.complete();
                            } catch (InterruptedException ending) {
                                emitter.complete();
                            } catch (IOException | IllegalStateException gone) {
                                LOG.debug("A client left its stream: {}", gone.getMessage());
                            } catch (RuntimeException failure) {
                                LOG.error("A stream failed.", failure);
                                emitter.completeWithError(failure);
                            } finally {
                                writers.remove(Thread.currentThread());
                            }
                        });
        writers.add(thread);
        emitter.onError(ignored -> thread.interrupt());
        emitter.onCompletion(thread::interrupt);
        thread.start();
        return emitter;
    }

    @Override
    public void close() {
        writers.forEach(Thread::interrupt);
    }

    /// One stream, as its writer sees it.
    static final class Stream {
        private final SseEmitter emitter;

        Stream(SseEmitter emitter) {
            this.emitter = emitter;
        }

        /// @param id what a client sends as Last-Event-ID to go on from here; null for none
        void send(String name, @Nullable String id, Object body) throws IOException {
            var event =
                    SseEmitter.event()
                            .name(name)
                            .data(body, org.springframework.http.MediaType.APPLICATION_JSON);
            emitter.send(id == null ? event : event.id(id));
        }

        /// The same with a body that is one line of JSON already.
        void sendLine(String name, String id, String json) throws IOException {
            emitter.send(
                    SseEmitter.event()
                            .name(name)
                            .id(id)
                            .data(json, org.springframework.http.MediaType.TEXT_PLAIN));
        }

        /// Waits, and finds out whether the client is still there.
        void pause(long millis) throws InterruptedException {
            Thread.sleep(millis);
        }

        /// A comment line that keeps proxies from closing a quiet stream.
        void keepAlive() throws IOException {
            emitter.send(SseEmitter.event().comment("still here"));
        }
    }
}
