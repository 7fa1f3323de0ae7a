package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    private static List<Quantities.Quantity> in(String text) {
        var folded = Folding.fold(text).text();
        return Quantities.in(folded, Words.of(folded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "1,200 yen => 1200",
                "1.200 Euro => 1200",
                "2.5 hours => 2.5",
                "20k => 20000",
                "20 thousand => 20000",
                "four hundred => 400",
                "twenty-five => 25",
                "twenty five => 25",
                "the 1990s => 1990",
                "on the 3rd => 3",
                "$40 => 40",
                "30% => 30",
                "007 => 7",
                "5kg => 5"
            })
    void readsNumber(String text, BigDecimal value) {
        assertThat(in(text)).hasSize(1);
        assertThat(
                        in(text).getFirst().values().stream()
                                .anyMatch(found -> found.compareTo(value) == 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3d print", "B2B", "h1b visa", "covid-19", "v1.2", "E3.0"})
    void takesNoNameForNumber(String text) {
        assertThat(in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "from 2006 to 2010 => 2006 2010",
                "at 5:30 => 5 30",
                "3-4 weeks => 3 4",
                "it grew 1,200,000 times => 1200000"
            })
    void readsNumbersInOrder(String text, String values) {
        var found =
                in(text).stream()
                        .map(each ->
                                each.values().stream().min(BigDecimal::compareTo).orElseThrow())
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(values);
    }
}
