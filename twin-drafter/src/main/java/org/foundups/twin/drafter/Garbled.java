package org.foundups.twin.drafter;

/// A response that is not what the protocol promises. The message completes the sentence "The model
/// server at … ".
final class Garbled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Garbled(String message) {
        super(message);
    }
}
