package org.foundups.twin.cli;

import java.util.function.LongSupplier;

/// What every command has at hand.
///
/// @param nanoTime for the pace of what moves on the screen
record Session(Settings settings, Terminal terminal, TwinClient client, LongSupplier nanoTime) {
    static Session of(Settings settings, Terminal terminal) {
        return new Session(settings, terminal, new TwinClient(settings), System::nanoTime);
    }

    int columns() {
        return terminal.out().columns();
    }

    void print(Page page) {
        terminal.out().print(page.lines());
    }

    /// Shows an answer to a program as it came, or to a person as a page.
    Exit answer(boolean json, String body, java.util.function.Consumer<Page> writing) {
        if (json) {
            terminal.out().raw(Printable.json(body));
        } else {
            var page = new Page(columns());
            writing.accept(page);
            print(page);
        }
        return Exit.DONE;
    }

    LiveRegion progress() {
        return new LiveRegion(terminal.error(), nanoTime);
    }
}
