package org.foundups.twin.llama;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The answer to one request: either a document, or a stream of server-sent events. Belongs to one
/// thread.
///
/// @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">WHATWG:
///   server-sent events</a>
final class HttpReply {
    private static final JsonMapper JSON = new JsonMapper();

    private final OutputStream out;
    private final boolean keepAlive;
    private final boolean chunked;
    private boolean begun;

    /// @param keepAlive whether more requests may follow on the connection
    /// @param version of HTTP: 0 knows no chunks
    HttpReply(OutputStream out, boolean keepAlive, int version) {
        this.out = out;
        this.keepAlive = keepAlive;
        this.chunked = version == 1;
    }

    /// Whether the connection can be used again after this answer.
    boolean keepsAlive() {
        return keepAlive;
    }

    /// Whether the status is sent, so that it is too late for another one.
    boolean isBegun() {
        return begun;
    }

    void send(int status, ObjectNode document) throws IOException {
        send(status, document, "");
    }

    void send(ApiError error) throws IOException {
        var more = new StringBuilder();
        error.retryAfterSeconds().ifPresent(s -> more.append("Retry-After: " + s + "\r\n"));
        if (error.status() == 401) more.append("WWW-Authenticate: Bearer\r\n");
        send(error.status(), document(error), more.toString());
    }

    private void send(int status, ObjectNode document, String headers) throws IOException {
        var body = JSON.writeValueAsBytes(document);
        begun = true;
        write(
                head(
                        status,
                        "application/json",
                        headers + "Content-Length: " + body.length + "\r\n"));
        out.write(body);
        out.flush();
    }

    /// From here on the answer is a stream of events.
    void beginEvents() throws IOException {
        begun = true;
        var framing = chunked ? "Transfer-Encoding: chunked\r\n" : "";
        write(head(200, "text/event-stream", "Cache-Control: no-store\r\n" + framing));
        out.flush();
    }

    void event(ObjectNode document) throws IOException {
        event(JSON.writeValueAsString(document));
    }

    /// @param data without line breaks
    void event(String data) throws IOException {
        var bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        if (chunked) write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        if (chunked) write("\r\n");
        out.flush();
    }

    void endEvents() throws IOException {
        if (chunked) write("0\r\n\r\n");
        out.flush();
    }

    /// The error in the shape of the OpenAI protocol.
    static ObjectNode document(ApiError error) {
        var document = JSON.createObjectNode();
        document.putObject("error")
                .put("message", error.sentence())
                .put("type", error.type())
                .put("param", error.param())
                .put("code", error.code());
        return document;
    }

    private String head(int status, String type, String headers) {
        var connection = keepAlive && (chunked || headers.contains("Content-Length"));
        return "HTTP/1.1 "
                + status
                + " "
                + phrase(status)
                + "\r\n"
                + "Content-Type: "
                + type
                + "; charset=utf-8\r\n"
                + headers
                + (connection ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    }

    private void write(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
