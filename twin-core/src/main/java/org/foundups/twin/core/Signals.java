package org.foundups.twin.core;

/// What the screen makes of a text, each a probability 0..1.
///
/// @param spam unwanted advertising or scam
/// @param abuse insult, hate or threat, at whomever
/// @param injection an attempt to give the model orders
/// @param question a question that wants an answer
/// @param addressed meant for the creator
public record Signals(
        double spam, double abuse, double injection, double question, double addressed) {
    /// Nothing was measured, because nothing was read.
    public static final Signals NONE = new Signals(0, 0, 0, 0, 0);

    public Signals {
        for (var signal : new double[] {spam, abuse, injection, question, addressed}) {
            if (!(signal >= 0 && signal <= 1)) {
                throw new IllegalArgumentException("a signal is a probability, not " + signal);
            }
        }
    }
}
