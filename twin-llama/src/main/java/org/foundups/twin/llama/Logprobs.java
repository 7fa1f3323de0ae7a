package org.foundups.twin.llama;

/// Log-probabilities from logits: `logprob(i) = x(i) - max - ln Σ exp(x(j) - max)`.
final class Logprobs {
    private final float[] logits;
    private final double logSum;

    /// @param logits one for each token; kept, not copied
    Logprobs(float[] logits) {
        this.logits = logits;
        var max = Float.NEGATIVE_INFINITY;
        for (var logit : logits) max = Math.max(max, logit);
        var sum = 0.0;
        for (var logit : logits) sum += Math.exp(logit - max);
        this.logSum = max + Math.log(sum);
    }

    double of(int token) {
        return logits[token] - logSum;
    }

    /// The likeliest tokens, best first; of equally likely ones the lower number comes first.
    ///
    /// @param count at least 0; fewer come back if there are fewer
    int[] likeliest(int count) {
        var best = new int[Math.min(count, logits.length)];
        var found = 0;
        for (var token = 0; token < logits.length && best.length > 0; token++) {
            if (found == best.length && logits[token] <= logits[best[found - 1]]) continue;
            if (found < best.length) found++;
            var at = found - 1;
            while (at > 0 && logits[best[at - 1]] < logits[token]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = token;
        }
        return best;
    }
}
