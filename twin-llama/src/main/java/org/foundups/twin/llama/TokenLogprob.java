package org.foundups.twin.llama;

import java.util.List;

/// How likely the model found a token before any sampling setting changed that.
///
/// @param token how it is written
/// @param bytes it stands for
/// @param logprob natural logarithm of its probability, 0 or less
/// @param likeliest the likeliest tokens at that place, best first, each without a list of its own
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenLogprob(String token, byte[] bytes, double logprob, List<TokenLogprob> likeliest) {
    TokenLogprob {
        likeliest = List.copyOf(likeliest);
    }
}
