package org.foundups.twin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// Fills a memory with sentences put together at random, so that no two are near-duplicates and
/// words repeat as they do in real text. The seed is fixed.
record Filling(Service service, int documents) {
    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SUBJECTS =
            List.of(
                    "The soil",
                    "My father",
                    "That tractor",
                    "A customer",
                    "The first frost",
                    "Our goat",
                    "The new camera",
                    "A carrot",
                    "The market stall",
                    "Rain",
                    "The greenhouse",
                    "My neighbour",
                    "The budget",
                    "An apprentice",
                    "The old well",
                    "Compost",
                    "A failed crop",
                    "The delivery van",
                    "Garlic",
                    "The editor");
    private static final List<String> VERBS =
            List.of(
                    "taught me",
                    "cost us",
                    "surprised",
                    "nearly ruined",
                    "saved",
                    "outlasted",
                    "changed",
                    "replaced",
                    "fed",
                    "confused",
                    "paid for",
                    "delayed",
                    "started",
                    "ended",
                    "improved",
                    "explained");
    private static final List<String> OBJECTS =
            List.of(
                    "the spring of",
                    "three hundred boxes in",
                    "every plan I had for",
                    "the second season of",
                    "half of what we sold in",
                    "the whole argument about",
                    "a video from",
                    "the worst week of",
                    "the quiet part of",
                    "one good idea in",
                    "the price of seed in",
                    "the loan of");
    private static final List<String> ENDS =
            List.of(
                    "and I would do it again.",
                    "so now I write everything down.",
                    "which nobody filmed.",
                    "and my knees still know it.",
                    "because I was too proud to ask.",
                    "and the dog slept through it.",
                    "so we sold the rest at the gate.",
                    "and that is why the shed is blue.",
                    "although the maths said otherwise.",
                    "and I kept the receipt.");

    /// Stores the documents, batch by batch.
    ///
    /// @return how long it took
    Duration fill() throws Exception {
        var random = new Random(4711);
        var begun = System.nanoTime();
        for (var from = 0; from < documents; from += BATCH) {
            var batch = JSON.createArrayNode();
            for (var number = from; number < Math.min(documents, from + BATCH); number++) {
                batch.addObject()
                        .put("text", sentence(random) + " " + sentence(random))
                        .put("source_id", "bench-" + number)
                        .put("speaker", "012");
            }
            service.post("/api/v1/memory/documents", JSON.writeValueAsString(batch));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static String sentence(Random random) {
        return String.join(
                " ",
                one(SUBJECTS, random),
                one(VERBS, random),
                one(OBJECTS, random),
                Integer.toString(1980 + random.nextInt(47)) + ",",
                one(ENDS, random));
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
