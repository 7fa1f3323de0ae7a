package org.foundups.twin.cli;

/// How a command ends, as scripts see it. The numbers are promised by `./twin help`.
enum Exit {
    DONE(0),
    FAILED(1),
    USAGE(2),
    UNREACHABLE(3),
    UNAUTHORISED(4),
    LATER(5),
    /// By convention 128 and the number of the signal: the reader of our output went away.
    PIPE_CLOSED(141);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
