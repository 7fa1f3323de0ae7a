package org.foundups.twin.rag.video;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Which writer a file looks like. For reports only: what a segment is worth is decided segment by
/// segment.
public enum Label {
    LIST_ROOT("list root"),
    TRANSCRIPT_ASK("E"),
    REPAIRED("D"),
    STUB("C"),
    INDEX_DATA("B"),
    GEMINI("A"),
    OTHER("other");

    private record Mark(Label label, Predicate<JsonNode> recognises) {}

    private static final List<Mark> IN_ORDER =
            List.of(
                    new Mark(LIST_ROOT, JsonNode::isArray),
                    new Mark(TRANSCRIPT_ASK, Label::wasAsked),
                    new Mark(REPAIRED, root -> root.has("repaired_at")),
                    new Mark(STUB, root -> is(root.path("indexer"), "scheduler_stub")),
                    new Mark(INDEX_DATA, Label::isIndexData),
                    new Mark(GEMINI, root -> is(root.path("indexer"), "gemini")));

    private final String shown;

    Label(String shown) {
        this.shown = shown;
    }

    static Label of(JsonNode root) {
        return IN_ORDER.stream()
                .filter(mark -> mark.recognises().test(root))
                .findFirst()
                .map(Mark::label)
                .orElse(OTHER);
    }

    static boolean wasAsked(JsonNode root) {
        return is(root.path("audio").path("extraction_method"), "youtube_ask_gemini");
    }

    private static boolean isIndexData(JsonNode root) {
        return root.has("moments") || root.has("transcript_source") || root.has("gemini_summary");
    }

    private static boolean is(JsonNode node, String text) {
        return node.isString() && node.asString().equals(text);
    }

    /// As reports show it: a letter where the format has one.
    public String shown() {
        return shown;
    }
}
