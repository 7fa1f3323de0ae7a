package org.foundups.twin.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Any JSON object as an outline: names as words, units from the names' endings. So a page needs no
/// change when the service tells more.
final class Outline {
    private static final int WIDEST = 24;
    private static final int HASH = 12;
    private static final Set<String> WELL = Set.of("ready", "up", "done", "true");
    private static final Set<String> BADLY =
            Set.of("down", "failed", "pausing", "stopped", "absent");

    private Outline() {}

    /// One entry a field; a nested object becomes one paragraph.
    static void show(Page page, Value object) {
        var entries = new LinkedHashMap<String, Value>(object.fields());
        entries.values().removeIf(value -> text("", value).isEmpty());
        var longest =
                entries.keySet().stream().mapToInt(name -> words(name).length()).max().orElse(0);
        var column = Math.min(WIDEST, longest + 4);
        entries.forEach((name, value) -> entry(page, column, name, value));
    }

    private static void entry(Page page, int column, String name, Value value) {
        var state = value.text("state").isEmpty() ? value.text("up") : value.text("state");
        page.beside(
                Line.of("  ").with(Ink.FAINT, words(name)), column, ink(state), text(name, value));
    }

    private static String text(String name, Value value) {
        return value.node().isObject() ? String.join(" · ", pairs(value)) : scalar(name, value);
    }

    private static Ink ink(String state) {
        if (WELL.contains(state)) return Ink.GOOD;
        return BADLY.contains(state) || state.equals("false") ? Ink.BAD : Ink.PLAIN;
    }

    private static List<String> pairs(Value object) {
        var pairs = new ArrayList<String>();
        object.fields()
                .forEach((name, value) -> {
                    var text =
                            value.node().isObject()
                                    ? String.join(", ", pairs(value))
                                    : scalar(name, value);
                    if (!text.isEmpty()) pairs.add(pair(name, value, text));
                });
        return pairs;
    }

    private static String pair(String name, Value value, String text) {
        if (name.equals("state")) return text;
        if (name.equals("up")) return value.node().asBoolean(false) ? "up" : "down";
        return words(name) + (value.node().isObject() ? ": " : " ") + text;
    }

    private static String scalar(String name, Value value) {
        if (value.node().isArray())
            return String.join(", ", value.items().stream().map(Value::text).toList());
        if (!value.isScalar()) return "";
        var number = value.number();
        if (Double.isNaN(number)) return plain(value.text());
        if (name.endsWith("_ms")) return Amounts.duration(Amounts.millis(number));
        if (name.endsWith("_s") && !name.endsWith("_per_s")) {
            return Amounts.duration(Duration.ofMillis(Math.round(number * 1000)));
        }
        if (name.endsWith("bytes")) return Amounts.bytes((long) number);
        return name.equals("pid") ? value.text() : Amounts.count(number);
    }

    private static String plain(String text) {
        if (text.equals("true")) return "yes";
        if (text.equals("false")) return "no";
        return text.matches("[0-9a-f]{40,}") ? text.substring(0, HASH) + "…" : text;
    }

    private static String words(String name) {
        return name.replaceFirst("(?<!_per)_(ms|s)$", "").replace('_', ' ');
    }
}
