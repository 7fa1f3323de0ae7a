package org.foundups.twin.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.core.Reason;
import org.foundups.twin.core.Refusal;
import org.foundups.twin.core.Screen;
import org.foundups.twin.core.Screened;
import org.foundups.twin.core.Signals;

/// Reads the text of a target and refuses by the first ground that is plain enough. What stays
/// below its threshold becomes a signal.
final class TextScreen implements Screen {
    /// A ground for refusing, with the probability above which it does.
    private record Ground(Refusal.Code code, double above, Detector detector) {}

    /// Below this a signal is not worth a reason.
    private static final double WORTH_MENTIONING = 0.2;

    private final ScreenSettings settings;
    private final List<Ground> grounds;
    private final InjectionDetector injection;
    private final Surroundings surroundings;
    private final QuestionDetector question = new QuestionDetector();
    private final AddressedDetector addressed = new AddressedDetector();
    private final PraiseDetector praise = new PraiseDetector();

    TextScreen(ScreenSettings settings) {
        this.settings = settings;
        this.injection = new InjectionDetector(settings.injection());
        this.surroundings = new Surroundings(injection, settings.refuseAbove().injection());
        this.grounds = inOrder(settings);
    }

    /// Danger outranks all; then what must not reach the model; then what is merely unwelcome.
    private List<Ground> inOrder(ScreenSettings settings) {
        var above = settings.refuseAbove();
        var privateData =
                new PhraseDetector(
                        Lexicon.PRIVATE_DATA.phrases(), "It asks for something that is private.");
        var disclosure =
                new PhraseDetector(
                        Lexicon.DISCLOSURE.phrases(), "It asks whether a machine is answering.");
        var spam = new SpamDetector(settings.spam());
        var abuse = new AbuseDetector(settings.abuse(), settings.abuseNeutral());
        return List.of(
                new Ground(Refusal.Code.CRISIS, above.crisis(), new CrisisDetector()),
                new Ground(Refusal.Code.INJECTION, above.injection(), injection),
                new Ground(Refusal.Code.INJECTION, above.injection(), surroundings::name),
                new Ground(
                        Refusal.Code.IMPERSONATION,
                        above.impersonation(),
                        new ImpersonationDetector()),
                new Ground(Refusal.Code.PRIVATE_DATA, above.privateData(), privateData),
                new Ground(Refusal.Code.DISCLOSURE, above.disclosure(), disclosure),
                new Ground(Refusal.Code.ABUSE, above.abuse(), abuse),
                new Ground(Refusal.Code.SPAM, above.spam(), spam));
    }

    @Override
    public Screened screen(Incoming incoming) {
        if (incoming.target().text().length() > settings.maxChars()) return tooLong(incoming);
        var subject = Subject.of(incoming);
        if (empty(subject.text())) {
            var refusal = new Refusal(Refusal.Code.EMPTY, "There is nothing to read.", null);
            return new Screened.Refused(incoming, Signals.NONE, refusal);
        }
        return weighed(subject);
    }

    private Screened tooLong(Incoming incoming) {
        var sentence = "The text is longer than " + settings.maxChars() + " characters.";
        var refusal = new Refusal(Refusal.Code.SPAM, sentence, null);
        return new Screened.Refused(incoming, new Signals(1, 0, 0, 0, 0), refusal);
    }

    private static boolean empty(Reading text) {
        return text.views().stream().allMatch(view -> view.words().isEmpty())
                && text.emoji().isEmpty();
    }

    private Screened weighed(Subject subject) {
        var signs = grounds.stream().map(ground -> ground.detector().look(subject)).toList();
        var asked = question.look(subject);
        var address = addressed.look(subject);
        var signals = signals(signs, asked, address);
        for (int i = 0; i < grounds.size(); i++) {
            var sign = signs.get(i);
            if (sign.probability() > grounds.get(i).above()) {
                var refusal = new Refusal(grounds.get(i).code(), sign.sentence(), sign.span());
                return new Screened.Refused(subject.incoming(), signals, refusal);
            }
        }
        var reasons = reasons(signs, asked, address);
        var kind = praise.look(subject);
        if (kind.probability() >= 0.5 && signals.abuse() < WORTH_MENTIONING) {
            reasons.add(reason("PRAISE", kind, 0.2));
        }
        reasons.addAll(surroundings.reasons(subject));
        return new Screened.Admitted(subject.incoming(), signals, reasons);
    }

    private Signals signals(List<Sign> signs, Sign asked, AddressedDetector.Address address) {
        return new Signals(
                highest(signs, Refusal.Code.SPAM),
                highest(signs, Refusal.Code.ABUSE),
                highest(signs, Refusal.Code.INJECTION),
                asked.probability(),
                address.probability());
    }

    private double highest(List<Sign> signs, Refusal.Code code) {
        double highest = 0;
        for (int i = 0; i < grounds.size(); i++) {
            if (grounds.get(i).code() == code) {
                highest = Math.max(highest, signs.get(i).probability());
            }
        }
        return highest;
    }

    private List<Reason> reasons(List<Sign> signs, Sign asked, AddressedDetector.Address address) {
        List<Reason> reasons = new ArrayList<>();
        if (asked.probability() >= 0.5) {
            reasons.add(reason("QUESTION", asked, asked.probability() * 0.4));
        }
        reasons.add(address.reason());
        for (int i = 0; i < grounds.size(); i++) {
            var sign = signs.get(i);
            if (sign.probability() >= WORTH_MENTIONING) {
                var code = "POSSIBLE_" + grounds.get(i).code().name();
                reasons.add(reason(code, sign, -sign.probability() * 0.5));
            }
        }
        return reasons;
    }

    private static Reason reason(String code, Sign sign, double weight) {
        return new Reason(code, sign.sentence(), weight, sign.span());
    }
}
