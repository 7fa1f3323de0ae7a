package org.foundups.twin.guardrails;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds numbers in a folded text, in figures and in English words.
final class Quantities {
    /// Letters that may follow figures without a blank; other combinations ("4k", "h1b") are names.
    private static final Set<String> UNITS =
            Set.of(
                    "", "s", "st", "nd", "rd", "th", "k", "m", "am", "pm", "h", "hr", "hrs", "min",
                    "mins", "sec", "kg", "g", "mg", "lb", "lbs", "oz", "cm", "mm", "km", "ft", "in",
                    "l", "ml", "c", "f", "w", "kw", "kwh", "v", "x", "yen", "usd", "eur", "ha");

    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90));

    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);

    /// One number.
    ///
    /// @param values what it may mean: "1.200" is 1200 to some and 1.2 to others
    /// @param written whether it is written in words
    /// @param from index in the folded text, inclusive
    /// @param to index in the folded text, exclusive
    record Quantity(Set<BigDecimal> values, boolean written, int from, int to) {
        Quantity {
            values = Set.copyOf(values);
        }
    }

    private final String folded;
    private final List<Word> words;
    private final List<Quantity> found = new ArrayList<>();

    private Quantities(String folded, List<Word> words) {
        this.folded = folded;
        this.words = words;
    }

    /// In the order of the text.
    static List<Quantity> in(String folded, List<Word> words) {
        var quantities = new Quantities(folded, words);
        for (int i = 0; i < words.size(); ) i = quantities.at(i);
        return quantities.found;
    }

    /// Reads what begins with a word; says where to go on.
    private int at(int index) {
        var word = words.get(index);
        if (WORDS.containsKey(word.text())) return written(index);
        if (isDigit(word.text().charAt(0)) && !attached(index)) return figures(index);
        return index + 1;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /// Whether the figures belong to a name before them, as in "v1.2" or "covid-19".
    private boolean attached(int index) {
        if (index == 0) return false;
        var before = words.get(index - 1);
        return before.to() == words.get(index).from() - 1
                && "-.#".indexOf(folded.charAt(before.to())) >= 0
                && before.text().codePoints().anyMatch(Character::isLetter);
    }

    private int figures(int first) {
        int last = first;
        while (grows(last)) last++;
        var text = folded.substring(words.get(first).from(), words.get(last).to());
        int end = 0;
        while (end < text.length() && !Character.isLetter(text.charAt(end))) end++;
        var unit = text.substring(end);
        if (!UNITS.contains(unit) || end > 15) return last + 1;
        var values = values(text.substring(0, end));
        if (unit.equals("k")) scale(values, 1_000);
        if (unit.equals("m")) scale(values, 1_000_000);
        return add(values, false, first, last);
    }

    /// Whether figures go on behind a comma or point: "1,200", "2.5".
    private boolean grows(int index) {
        if (index + 1 >= words.size()) return false;
        int gap = words.get(index).to();
        return words.get(index).text().chars().allMatch(c -> isDigit((char) c))
                && words.get(index + 1).from() == gap + 1
                && ".,".indexOf(folded.charAt(gap)) >= 0
                && isDigit(words.get(index + 1).text().charAt(0));
    }

    private static Set<BigDecimal> values(String figures) {
        Set<BigDecimal> values = new HashSet<>();
        values.add(number(figures.replace(",", "").replace(".", "")));
        int point = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
        if (point > 0 && figures.indexOf(figures.charAt(point)) == point) {
            var whole = figures.substring(0, point).replace(",", "").replace(".", "");
            values.add(number(whole + "." + figures.substring(point + 1)));
        }
        return values;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits).stripTrailingZeros();
    }

    private static void scale(Set<BigDecimal> values, int by) {
        for (var value : Set.copyOf(values)) {
            values.add(value.multiply(BigDecimal.valueOf(by)).stripTrailingZeros());
        }
    }

    private int written(int first) {
        int last = first;
        int value = WORDS.getOrDefault(words.get(first).text(), 0);
        if (value >= 20 && first + 1 < words.size()) {
            int ones = WORDS.getOrDefault(words.get(first + 1).text(), 0);
            if (ones > 0 && ones < 10) {
                value += ones;
                last++;
            }
        }
        return add(new HashSet<>(Set.of(number(String.valueOf(value)))), true, first, last);
    }

    /// Takes in a scale that follows: "20 thousand", "four hundred".
    private int add(Set<BigDecimal> values, boolean written, int first, int last) {
        int end = last;
        var scale = end + 1 < words.size() ? SCALES.get(words.get(end + 1).text()) : null;
        if (scale != null) {
            scale(values, scale);
            end++;
        }
        found.add(new Quantity(values, written, words.get(first).from(), words.get(end).to()));
        return end + 1;
    }
}
