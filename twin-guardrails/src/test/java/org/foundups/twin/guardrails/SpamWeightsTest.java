package org.foundups.twin.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.foundups.twin.guardrails.LabelledComments.LabelledComment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Fits the spam weights and measures them on the video left out. Needs the labelled comments of
/// three videos in the folder `TWIN_TEST_SPAM`; they are not part of the repository.
@EnabledIfEnvironmentVariable(named = "TWIN_TEST_SPAM", matches = ".+")
class SpamWeightsTest {
    private static final Phrases ADVERTISING = Phrases.of(Lexicon.SPAM.phrases());
    private static final double THRESHOLD = ScreenSettings.defaults().refuseAbove().spam();

    private record Example(List<Double> values, boolean spam) {}

    /// Bias first.
    private record Fit(List<Double> weights) {
        double probability(List<Double> values) {
            double score = weights.getFirst();
            for (int i = 0; i < values.size(); i++) score += weights.get(i + 1) * values.get(i);
            return 1 / (1 + Math.exp(-score));
        }
    }

    /// Counts by whether it is spam and whether it was taken for it.
    private static final class Counts {
        private int hits;
        private int misses;
        private int falseAlarms;
        private int rest;

        void add(boolean spam, boolean flagged) {
            if (spam && flagged) hits++;
            else if (spam) misses++;
            else if (flagged) falseAlarms++;
            else rest++;
        }

        double precision() {
            return (double) hits / (hits + falseAlarms);
        }

        double recall() {
            return (double) hits / (hits + misses);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.3f recall %.3f false alarms %d of %d",
                    precision(),
                    recall(),
                    falseAlarms,
                    falseAlarms + rest);
        }
    }

    @Test
    void recognisesSpamUnderVideoLeftOut() {
        var videos = examples();
        var all = new Counts();
        for (var left : videos.keySet()) {
            List<Example> training = new ArrayList<>();
            videos.forEach((video, examples) -> {
                if (!video.equals(left)) training.addAll(examples);
            });
            var fit = fit(training);
            for (double threshold : new double[] {0.5, THRESHOLD, 0.9}) {
                var counts = new Counts();
                for (var example : Objects.requireNonNull(videos.get(left))) {
                    boolean flagged = fit.probability(example.values()) > threshold;
                    counts.add(example.spam(), flagged);
                    if (threshold == THRESHOLD) all.add(example.spam(), flagged);
                }
                System.out.printf(Locale.ROOT, "%s > %.2f: %s%n", left, threshold, counts);
            }
        }
        System.out.println("all left out > " + THRESHOLD + ": " + all);
        assertThat(all.precision()).isGreaterThan(0.95);
        assertThat(all.recall()).isGreaterThan(0.8);
    }

    @Test
    void shipsWeightsThatWereFittedToAllVideos() {
        List<Example> training = new ArrayList<>();
        examples().values().forEach(training::addAll);
        var fit = fit(training);
        System.out.println(
                fit.weights().stream().map(w -> String.format(Locale.ROOT, "%.2f", w)).toList());
        assertThat(SpamFeatures.BIAS).isCloseTo(fit.weights().getFirst(), within(0.02));
        for (int i = 0; i < SpamFeatures.WEIGHTS.size(); i++) {
            assertThat(SpamFeatures.WEIGHTS.get(i))
                    .as(SpamFeatures.NAMES.get(i))
                    .isCloseTo(fit.weights().get(i + 1), within(0.02));
        }
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static Map<String, List<Example>> examples() {
        var folder = Path.of(Objects.requireNonNull(System.getenv("TWIN_TEST_SPAM")));
        Map<String, List<Example>> examples = new TreeMap<>();
        for (var video : LabelledComments.in(folder)) {
            examples.put(
                    video.video(),
                    video.comments().stream().map(SpamWeightsTest::example).toList());
        }
        return examples;
    }

    private static Example example(LabelledComment comment) {
        var features = SpamFeatures.of(Reading.of(comment.text()), ADVERTISING);
        return new Example(features.values(), comment.spam());
    }

    /// Logistic regression by gradient descent, with a ridge so that no weight runs away.
    private static Fit fit(List<Example> examples) {
        int size = SpamFeatures.NAMES.size() + 1;
        var weights = new double[size];
        for (int step = 0; step < 20_000; step++) {
            var gradient = new double[size];
            for (var example : examples) {
                double score = weights[0];
                for (int i = 1; i < size; i++) score += weights[i] * example.values().get(i - 1);
                double error = 1 / (1 + Math.exp(-score)) - (example.spam() ? 1 : 0);
                gradient[0] += error;
                for (int i = 1; i < size; i++) gradient[i] += error * example.values().get(i - 1);
            }
            for (int i = 0; i < size; i++) {
                double ridge = i == 0 ? 0 : 0.002 * weights[i];
                weights[i] -= 0.5 * (gradient[i] / examples.size() + ridge);
            }
        }
        List<Double> fitted = new ArrayList<>();
        for (double weight : weights) fitted.add(weight);
        return new Fit(fitted);
    }
}
