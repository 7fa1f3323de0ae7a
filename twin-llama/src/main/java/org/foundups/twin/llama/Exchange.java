package org.foundups.twin.llama;

/// One request that is being answered. Two threads share it: one answers, the other watches whether
/// the client is still there.
final class Exchange {
    private final HttpHead head;
    private final byte[] body;
    private final HttpReply reply;
    private boolean abandoned;
    private Runnable whenAbandoned = () -> {};

    Exchange(HttpHead head, byte[] body, HttpReply reply) {
        this.head = head;
        this.body = body;
        this.reply = reply;
    }

    HttpHead head() {
        return head;
    }

    byte[] body() {
        return body;
    }

    HttpReply reply() {
        return reply;
    }

    /// @param action run once, when the client goes away; at once if it has
    synchronized void whenAbandoned(Runnable action) {
        whenAbandoned = action;
        if (abandoned) action.run();
    }

    /// The client has gone away.
    synchronized void abandon() {
        if (abandoned) return;
        abandoned = true;
        whenAbandoned.run();
    }
}
