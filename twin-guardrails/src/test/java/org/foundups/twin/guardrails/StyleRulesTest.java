package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.Utterance;
import org.foundups.twin.core.Verdict;
import org.foundups.twin.testing.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class StyleRulesTest {
    /// One key of the settings, another value for it, and a draft that is judged otherwise then.
    record Row(String key, Object value, String draft, String comment, Platform platform) {
        Row(String key, Object value, String draft) {
            this(key, value, draft, "How did you start?", Platform.YOUTUBE);
        }

        Row(String key, Object value, String draft, String comment) {
            this(key, value, draft, comment, Platform.YOUTUBE);
        }
    }

    private static final List<Row> ROWS =
            List.of(
                    new Row("length.min", 100, "With a shovel and no plan."),
                    new Row("length.max", 20, "With a shovel and no plan."),
                    new Row(
                            "hard_limits",
                            Map.of("x.comment", 20),
                            "With a shovel and no plan.",
                            "How did you start?",
                            Platform.X),
                    new Row("one_line", List.of("youtube.comment"), "A shovel.\nNo plan at all."),
                    new Row("emoji.max", 0, "With a shovel and no plan 🌾"),
                    new Row("emoji.position", "anywhere", "With 🌾 a shovel and no plan."),
                    new Row("emoji.banned", List.of("🌾"), "With a shovel and no plan 🌾"),
                    new Row("banned_phrases", List.of("shovel"), "With a shovel and no plan."),
                    new Row("filler_openers", List.of("Right,"), "Right, with a shovel it was."),
                    new Row("tone.name", "patient", "Figure it yourself, with a shovel."),
                    new Row("tone.avoid", List.of("shovel"), "With a shovel and no plan."),
                    new Row(
                            "topics.primary",
                            List.of("Kyoto"),
                            "It was the rain that taught me in Kyoto."),
                    new Row(
                            "topics.secondary",
                            List.of("Kyoto"),
                            "It was the rain that taught me in Kyoto."),
                    new Row(
                            "links.allowed_hosts",
                            List.of("rice.org"),
                            "It is all on rice.org, have a look."),
                    new Row(
                            "links.allowed_handles",
                            List.of("ricefan"),
                            "Ask @ricefan about it, he knows."),
                    new Row("entities.right", "Foundups Inc", "The found ups grew out of it."),
                    new Row("entities.wrong", List.of("starters"), "The starters grew out of it."),
                    new Row("entities.any_case", false, "The foundups grew out of it."),
                    new Row("assistant_talk", List.of("shovel"), "With a shovel and no plan."),
                    new Row("promises", List.of("shovel"), "With a shovel and no plan."),
                    new Row("politics", List.of("shovel"), "With a shovel and no plan."),
                    new Row(
                            "similarity.thread",
                            0.1,
                            "We started with one old shovel and no idea of the soil at all."),
                    new Row(
                            "similarity.comment_words",
                            4,
                            "Did you start with a shovel? Yes, it broke.",
                            "Did you start with a hoe?"),
                    new Row(
                            "similarity.prompt_words",
                            4,
                            "Jonas grows rice in a field behind the house."));

    @TempDir private Path folder;

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyKeyChangesAnOutcome(Row row) throws IOException {
        assertThat(outcome(loaded(with(row)), row)).isNotEqualTo(outcome(Styles.RULES, row));
    }

    @Test
    void noKeyIsLeftOut() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (var entry : fixture().entrySet()) {
            switch (entry.getKey()) {
                case "hard_limits" -> keys.add(entry.getKey());
                case "tone", "entities" -> addKeys(entry.getKey(), first(entry.getValue()), keys);
                default -> addKeys(entry.getKey(), entry.getValue(), keys);
            }
        }
        assertThat(ROWS.stream().map(Row::key)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(fixture()).hasSize(StyleRules.class.getRecordComponents().length);
    }

    private static void addKeys(String key, Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(inner -> keys.add(key + "." + inner));
        } else keys.add(key);
    }

    private static Object first(Object list) {
        return Objects.requireNonNull(((List<?>) list).getFirst());
    }

    private static String outcome(StyleRules rules, Row row) {
        var target =
                Fixtures.aComment(row.comment())
                        .on(new Account(row.platform(), "UCtestaccount000000000000"))
                        .after(
                                new Utterance(
                                        new Author("UCother", "Other", Set.of()),
                                        "We started with one old tractor and no idea of money.",
                                        null));
        Incoming incoming = Fixtures.incoming(target);
        var verdict = Styles.verdict(rules, incoming, row.draft());
        return verdict.getClass() + " " + verdict.findings() + " " + text(verdict);
    }

    private static String text(Verdict verdict) {
        return verdict instanceof Verdict.Cleared cleared ? cleared.text() : "";
    }

    private static Map<String, Object> fixture() throws IOException {
        @SuppressWarnings("unchecked") // A YAML mapping has no other shape.
        Map<String, Object> tree =
                new YAMLMapper().readValue(Files.readString(Styles.file("style.yaml")), Map.class);
        return tree;
    }

    /// The fixture with one value exchanged; of a list of mappings in the first.
    private static Map<String, Object> with(Row row) throws IOException {
        var tree = new LinkedHashMap<>(fixture());
        int dot = row.key().indexOf('.');
        if (dot < 0) {
            tree.put(row.key(), row.value());
            return tree;
        }
        var outer = row.key().substring(0, dot);
        var inner = row.key().substring(dot + 1);
        var old = Objects.requireNonNull(tree.get(outer));
        Object changed =
                old instanceof List<?> list
                        ? List.of(changed(Objects.requireNonNull(list.getFirst()), inner, row))
                        : changed(old, inner, row);
        tree.put(outer, changed);
        return tree;
    }

    private static Map<Object, Object> changed(Object old, String key, Row row) {
        var map = new LinkedHashMap<Object, Object>((Map<?, ?>) old);
        map.put(key, row.value());
        return map;
    }

    private StyleRules loaded(Map<String, Object> tree) throws IOException {
        var file = folder.resolve("style.yaml");
        Files.writeString(file, new YAMLMapper().writeValueAsString(tree));
        return StyleRules.load(file);
    }

    @Test
    void namesEveryUnknownKeyWithItsLine() throws IOException {
        var file = folder.resolve("style.yaml");
        var nested =
                Files.readString(Styles.file("style.yaml"))
                        .replace("max: 300", "maxx: 300, max: 300");
        Files.writeString(file, nested + "lenght: 3\ncolour: red\n");
        assertThatThrownBy(() -> StyleRules.load(file))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("line 1: unknown key \"maxx\"")
                .hasMessageContaining("line 19: unknown key \"lenght\"")
                .hasMessageContaining("line 20: unknown key \"colour\"");
    }

    @Test
    void refusesMissingKey() throws IOException {
        var tree = new LinkedHashMap<>(fixture());
        tree.remove("politics");
        assertThatThrownBy(() -> loaded(tree)).hasMessageContaining("politics");
    }

    @Test
    void reportsAllViolationsTogether() throws IOException {
        var tree = new LinkedHashMap<>(fixture());
        tree.put("length", Map.of("min", 0, "max", -1));
        tree.put("one_line", List.of("myspace.comment"));
        tree.put("promises", List.of("(never closed"));
        assertThatThrownBy(() -> loaded(tree))
                .hasMessageContaining("length.min is below 1")
                .hasMessageContaining("length.max is below length.min")
                .hasMessageContaining("unknown kind myspace.comment")
                .hasMessageContaining("a bracket is not closed");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> StyleRules.load(folder.resolve("absent.yaml")))
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("absent.yaml");
    }
}
