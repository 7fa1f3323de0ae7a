package org.foundups.twin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A short chat with a server that speaks the OpenAI protocol, timed.
record ShortPrompt(URI base, String key, HttpClient http) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SYSTEM =
            """
            You are Ada, a gardener who answers comments under her videos. You write short, dry, warm \
            replies in one or two sentences, you never use hashtags, you tell the truth, and you say so \
            when you do not know. You live near Kassel, grow vegetables for three hundred families, and \
            have made videos since 2011.\
            """;
    static final List<String> QUESTIONS =
            List.of(
                    "How deep do you plant garlic?",
                    "What is your dog called?",
                    "Do you sell seeds?",
                    "When do you sow radishes?",
                    "Why no plastic mulch?");

    ShortPrompt(URI base, String key) {
        this(base, key, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /// @param firstNanos from asking to the first piece of text
    /// @param lastNanos from asking to the last piece of text
    /// @param wholeNanos from asking to the end
    /// @param pieces of text; servers differ in whether the token that ends a reply counts
    record Timed(long firstNanos, long lastNanos, long wholeNanos, int pieces) {
        long nanosPerPiece() {
            return pieces < 2 ? 0 : (lastNanos - firstNanos) / (pieces - 1);
        }
    }

    Timed ask(String question) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer = http.send(request(question), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException(base + " answered " + answer.statusCode());
        }
        var arrivals = new ArrayList<Long>();
        answer.body()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring(6)))
                .filter(chunk -> !chunk.at("/choices/0/delta/content").asString("").isEmpty())
                .forEach(ignored -> arrivals.add(System.nanoTime() - begun));
        if (arrivals.isEmpty()) throw new IOException(base + " answered without a word");
        return new Timed(
                arrivals.getFirst(),
                arrivals.getLast(),
                System.nanoTime() - begun,
                arrivals.size());
    }

    private HttpRequest request(String question) {
        var body = JSON.createObjectNode();
        body.put("temperature", 0).put("max_tokens", 20).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", SYSTEM);
        messages.addObject().put("role", "user").put("content", question);
        var request =
                HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        return request.build();
    }
}
