package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "How did you get the visa? I would like to know. => en",
                "Wie lange hat das mit dem Visum gedauert? => de",
                "¿Cuánto tiempo tardó y cómo es la vida en el campo? => es",
                "Combien de temps est-ce que tu as attendu pour le visa ? => fr",
                "Quanto tempo ci vuole per il visto e come si vive in un paese che non è il tuo? => it",
                "Quanto tempo você esperou para o visto? Não foi muito? => pt",
                "Hoe lang heb je op het visum gewacht en wat was het? => nl",
                "Jak to jest na wsi, czy nie za zimno? => pl"
            })
    void tellsLanguageBySentence(String text, String language) {
        assertThat(Languages.ofLatin(Occasion.words(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nice video", "Wow", "Tokyo Osaka Kyoto", "ok ok ok"})
    void saysNothingOnTooLittle(String text) {
        assertThat(Languages.ofLatin(Occasion.words(text))).isNull();
    }

    @Test
    void countsKanaAndHanAsOneScript() {
        assertThat(Languages.script("土地が先でした")).isEqualTo(UScript.HAN);
        assertThat(Languages.scripts("ja")).contains(UScript.HAN);
        assertThat(Languages.scripts("ru")).containsExactly(UScript.CYRILLIC);
        assertThat(Languages.scripts("de")).containsExactly(UScript.LATIN);
        assertThat(Languages.script("🌾 1")).isEqualTo(UScript.UNKNOWN);
    }
}
