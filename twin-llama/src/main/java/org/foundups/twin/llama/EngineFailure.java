package org.foundups.twin.llama;

/// The engine cannot start, or cannot go on. Its message says what to do about it.
final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Whose fault it is, as the parent process reads it.
    enum Code {
        /// A command line nobody can follow.
        ARGUMENT(2),
        /// The model file, or an adapter for it.
        MODEL(3),
        /// The native libraries.
        NATIVE(4),
        /// The machine has not enough of it.
        MEMORY(5);

        private final int exitStatus;

        Code(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        int exitStatus() {
            return exitStatus;
        }
    }

    private final Code code;
    private final String sentence;

    private EngineFailure(Code code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    static EngineFailure argument(String sentence) {
        return new EngineFailure(Code.ARGUMENT, sentence);
    }

    static EngineFailure model(String sentence) {
        return new EngineFailure(Code.MODEL, sentence);
    }

    static EngineFailure natives(String sentence) {
        return new EngineFailure(Code.NATIVE, sentence);
    }

    static EngineFailure memory(String sentence) {
        return new EngineFailure(Code.MEMORY, sentence);
    }

    EngineFailure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    Code code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
