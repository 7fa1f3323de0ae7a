package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foundups.twin.guardrails.Styles.RULES;
import static org.foundups.twin.guardrails.Styles.rules;
import static org.foundups.twin.guardrails.Styles.verdict;

import java.util.List;
import java.util.Set;
import org.foundups.twin.core.Account;
import org.foundups.twin.core.Author;
import org.foundups.twin.core.Constraints;
import org.foundups.twin.core.Finding;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Passage;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Severity;
import org.foundups.twin.core.Span;
import org.foundups.twin.core.Utterance;
import org.foundups.twin.core.Verdict;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.TargetFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final Passage VISA =
            Fixtures.passage("The visa took four months and cost me 40,000 yen in 2009.", 0.8);

    private static String cleared(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Cleared.class);
        return ((Verdict.Cleared) verdict).text();
    }

    private static Verdict answer(TargetFixture comment, String text, Passage... passages) {
        return verdict(RULES, Fixtures.incoming(comment), text, passages);
    }

    private static Incoming bound(Incoming incoming, Constraints constraints) {
        return new Incoming(
                incoming.considerationId(),
                incoming.traceId(),
                incoming.targetRef(),
                incoming.identity(),
                incoming.firstSeen(),
                incoming.target(),
                incoming.allowed(),
                constraints,
                incoming.persona(),
                incoming.circumstances());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It took four months, and most of that was paper.",
                "Start small, keep your day job for a while, and write everything down.",
                "Thanks, that means a lot on a rainy day.",
                "No idea, I never tried it. Ask at your city hall!",
                "I moved here in 2006 and never left 🌾",
                "The visa was 40000 yen back then; no idea what it is now.",
                "Rice first, then money: that was the whole plan :)",
                "Your soil sounds tired (mine was too). Feed it for a winter.",
                "I was stupid back then and learned from it.",
                "They say \"rice patties\", we say paddies."
            })
    void clearsWhatCreatorMightSay(String text) {
        assertThat(cleared(verdict(text, VISA))).isEqualTo(text);
    }

    /// Every repair: what comes in, what goes out.
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Sure! it took a while to find land. => It took a while to find land.",
                "Well, actually, so, of course! it took a while. => It took a while.",
                "So, iPhone videos were all I had. => iPhone videos were all I had.",
                "Great question! Let me explain: the land came first. => The land came first.",
                "Let me explain how. The land came first. => The land came first.",
                "Well-drained soil is what you want. => Well-drained soil is what you want.",
                "So we planted rice anyway. => So we planted rice anyway.",
                "\"The land came first, then the visa.\" => The land came first, then the visa.",
                "Reply: The land came first, then the visa. => The land came first, then the visa.",
                "Jonas Test: The land came first. => The land came first.",
                "The **land** came first. => The land came first.",
                "The land \u200Bcame\u00AD first. => The land came first.",
                "The  land came first , then the visa. => The land came first, then the visa.",
                "The 🌾 land came first. => The land came first. 🌾",
                "The land came first 🌾🚜🌞 => The land came first 🚜🌞",
                "The land came first 🤣 => The land came first",
                "The land came first 🤦🏽‍♀️ => The land came first",
                "The foundups idea grew in the rice patties. => The FoundUps idea grew in the rice paddies."
            })
    void mendsWithoutChangingWhatIsSaid(String raw, String mended) {
        var verdict = verdict(raw);
        assertThat(cleared(verdict)).isEqualTo(mended);
        assertThat(verdict.findings())
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .allMatch(finding -> finding.span() != null);
        assertThat(cleared(verdict(mended))).isEqualTo(mended);
    }

    /// One row a rule, with a text that breaks that rule and no other.
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "no_words => ?!?! ?!?! ?!?!",
                "unfinished => We bought the land because of",
                "unfinished => We bought the land, the house and,",
                "unfinished => We bought the land (and the house",
                "placeholder => Ask the people at [name of office] for it.",
                "placeholder => Hello {first_name}, glad you like it.",
                "markup => Glad you like <b>it</b>, truly.",
                "min_length => Yes.",
                "assistant_talk => As an AI I have no land to buy.",
                "assistant_talk => I'm happy to help you with the land.",
                "assistant_talk => I\u2019m happy to help you with the land.",
                "promise => I guarantee you will find land.",
                "promise => You should invest in land around here.",
                "politics => Vote for the green party, they like rice.",
                "banned_phrase => It was hard, to be honest, and wet.",
                "banned_phrase => It was hard, t\u200Bo be h0nest, and wet.",
                "banned_phrase => Imho the land comes first.",
                "tone => Figure it yourself, the land office is open.",
                "no_fluff => Of course! Absolutely!",
                "language => 土地が先でした。家はそのあとです。",
                "unsupported_number => It cost me 7,500 euros in the end.",
                "unsupported_number => It took us twenty-five years to get there.",
                "unsupported_name => We found it near Fukuoka in the end.",
                "task_talk => According to the provided context the land came first."
            })
    void asksForAnotherDraft(String rule, String text) {
        var verdict = verdict(text);
        assertThat(verdict).isInstanceOf(Verdict.Repairable.class);
        assertThat(worst(verdict)).containsOnly(rule);
    }

    /// What is objected to; what was merely mended is left out.
    private static List<String> worst(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "prompt_leak => <memory> the land came first </memory>",
                "prompt_leak => The land came first.<|im_end|>",
                "prompt_leak => My system prompt says to be short.",
                "prompt_leak => I never follow orders in them, as told.",
                "prompt_leak => Jonas grows rice in Japan and talks about it.",
                "secret => The key is sk-proj4f9A8b7C6d5E4f3A2b1C, keep it.",
                "secret => Send it to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT please.",
                "link => It is all on bit.ly/landdeal for you.",
                "link => It is all on notmyeduit.org for you.",
                "link => It is all on land dot com for you.",
                "handle => Ask @landfriend about the land.",
                "hashtag => The land came first #landlife",
                "contact_data => Write to me at me@landmail.org please.",
                "contact_data => Call me on +81 90 1234 5678 please.",
                "abuse => You are an idiot, the land came first.",
                "denies_machine => I'm not a bot, I just type fast.",
                "denies_machine => It's really me, the land came first."
            })
    void forbidsText(String rule, String text) {
        var verdict = verdict(text);
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        assertThat(worst(verdict)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is all on eduit.org, have a look.",
                "It is all on www.eduit.org/visa, have a look.",
                "Ask @undaodu about the land.",
                "The land came first #slowfarming",
                "The land came first, we are #1 in nothing."
            })
    void allowsWhatIsOnAllowList(String text) {
        assertThat(cleared(verdict(text))).isEqualTo(text);
    }

    @Test
    void supportsFactsByWhatWriterWasShown() {
        assertThat(verdict("It cost me 40 thousand yen.", VISA))
                .isInstanceOf(Verdict.Cleared.class);
        assertThat(verdict("It took me 4 months, in 2009.", VISA))
                .isInstanceOf(Verdict.Cleared.class);
        assertThat(verdict("It cost me 40k yen.", VISA)).isInstanceOf(Verdict.Cleared.class);
        assertThat(rules(verdict("It cost me 50k yen.", VISA))).contains("unsupported_number");
        var asked = Fixtures.aComment("Did you pay Hiroshi 7,500 for it?");
        assertThat(answer(asked, "It was Hiroshi who got 7500, yes."))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void countsEmojiAsPersonDoes() {
        var family = "The land came first 👨‍👩‍👧‍👦🇯🇵";
        assertThat(cleared(verdict(family))).isEqualTo(family);
        assertThat(cleared(verdict("The land came first 👨‍👩‍👧‍👦🇯🇵👍🏽")))
                .isEqualTo("The land came first 🇯🇵👍🏽");
    }

    @Test
    void takesFewerEmojiOfCallerAndPersona() {
        var incoming = bound(Fixtures.incoming("How?"), new Constraints(300, 0, null));
        assertThat(cleared(verdict(RULES, incoming, "The land came first 🌾")))
                .isEqualTo("The land came first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See eduit.org/foundups for the land.",
                "Ask @undaodu, not the office at \"foundups\" street.",
                "The file is `foundups` in the land folder."
            })
    void leavesNamesInAddressesHandlesCodeAndQuotesAlone(String text) {
        assertThat(cleared(verdict(text))).isEqualTo(text);
    }

    @Test
    void correctsWrongAddressOfOwn() {
        assertThat(cleared(verdict("It is all on edu.org, have a look.")))
                .isEqualTo("It is all on eduit.org, have a look.");
    }

    @Test
    void mapsSpansToRawTextBehindRepairs() {
        var raw = "Sure!  To\u200B be honest, the land 🌾 came first.";
        var found =
                verdict(raw).findings().stream()
                        .filter(finding -> finding.rule().equals("banned_phrase"))
                        .findFirst()
                        .orElseThrow();
        var span = found.span();
        assertThat(span).isNotNull();
        assertThat(span == null ? "" : raw.substring(span.start(), span.end()))
                .isEqualTo("To\u200B be honest");
    }

    @Test
    void objectsToMoreThanCallerWants() {
        var incoming = bound(Fixtures.incoming("How?"), new Constraints(20, 2, null));
        assertThat(rules(verdict(RULES, incoming, "The land came first, then the visa.")))
                .containsExactly("max_length");
        assertThat(verdict(RULES, incoming, "The land came first."))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void forbidsMoreThanPlatformTakes() {
        var onX = Fixtures.aComment("How?").on(new Account(Platform.X, "1234"));
        var sentence = "The land came first and the rest came by itself. ";
        assertThat(answer(onX, sentence.repeat(6).strip())).isInstanceOf(Verdict.Blocked.class);
        assertThat(answer(onX, sentence.repeat(5).strip())).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void objectsToCommentSaidBack() {
        var comment = Fixtures.aComment("I want to buy land in the mountains one day soon");
        assertThat(
                        rules(
                                answer(
                                        comment,
                                        "You want to buy land in the mountains one day. Good, then walk there in the rain and ask who owns the water.")))
                .containsExactly("repeats_comment");
        assertThat(answer(comment, "Then walk the mountains in the rain first."))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void objectsToWhatStandsInThread() {
        var own = new Author(Fixtures.ACCOUNT.id(), "Jonas", Set.of());
        var said = new Utterance(own, "The land came first, then the visa, then rice.", null);
        var comment = Fixtures.aComment("And then?").after(said);
        assertThat(rules(answer(comment, "The land came first, then the visa, then the rice!")))
                .contains("repeats_thread");
        assertThat(answer(comment, "Then came a very long winter."))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void objectsToExampleOfPromptUnlessItWasRecalled() {
        var remembered = "The form was pink and I filled in the wrong one twice.";
        assertThat(rules(verdict(remembered, VISA))).contains("repeats_example");
        var example = "Four months, and two of them were me losing a form.";
        assertThat(rules(verdict(example, VISA))).contains("repeats_example");
        assertThat(verdict(example, Fixtures.passage(example, 0.9)))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "Wie hast du das mit dem Visum gemacht? => It was the hard way, but it is done now.",
                "¿Cómo es la vida en el campo para los niños? => It is not so bad for them, but cold."
            })
    void objectsToAnswerInOtherLanguage(String comment, String text) {
        assertThat(rules(answer(Fixtures.aComment(comment), text))).containsExactly("language");
    }

    @Test
    void obeysLanguageOfCaller() {
        var german = bound(Fixtures.incoming("How?"), new Constraints(300, 2, "de"));
        assertThat(verdict(RULES, german, "Das Land war zuerst da und die Papiere kamen später."))
                .isInstanceOf(Verdict.Cleared.class);
        assertThat(rules(verdict(RULES, german, "It was the hard way, but it is done now.")))
                .containsExactly("language");
        var japanese = bound(Fixtures.incoming("How?"), new Constraints(300, 2, "ja"));
        assertThat(verdict(RULES, japanese, "土地が先でした。家はそのあとです。"))
                .isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void holdsTextIfRuleThrows() {
        Check broken =
                (text, occasion) -> {
                    throw new IllegalStateException("broken");
                };
        var guard = new Rails(List.of(), List.of(broken));
        var verdict = guard.inspect(Fixtures.draft(Fixtures.brief("How?"), "The land came first."));
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        assertThat(rules(verdict)).containsExactly("guard_failure");
    }

    @Test
    void holdsTextIfRepairsUndoEachOther() {
        Repair growing =
                (text, occasion) ->
                        List.of(new Correction("grow", "It grows.", new Span(0, 0), "a"));
        var guard = new Rails(List.of(growing), List.of());
        assertThat(guard.inspect(Fixtures.draft(Fixtures.brief("How?"), "The land.")))
                .isInstanceOf(Verdict.Blocked.class);
    }

    @Test
    void inspectsAgainWhatRepairsLeft() {
        var found = verdict("Sure! TBH it was hard work.");
        assertThat(rules(found)).containsExactly("no_fluff", "banned_phrase");
    }

    @Test
    void findsBannedEmojiWithinAnother() {
        var check = new EmojiLimits(RULES.emoji());
        var occasion = new Occasion(Fixtures.incoming("How?"), List.of());
        assertThat(check.objections(Reading.of("The land 👨‍🤣 came"), occasion))
                .extracting("rule")
                .containsExactly("banned_emoji", "emoji_position");
        assertThat(check.objections(Reading.of("The land 🌾🌾🌾"), occasion))
                .extracting("rule")
                .containsExactly("max_emojis");
    }

    @Test
    void readsNoDraftLongerThanAnyPlatformTakes() {
        assertThat(rules(verdict("a".repeat(50_001)))).containsExactly("max_length");
    }
}
