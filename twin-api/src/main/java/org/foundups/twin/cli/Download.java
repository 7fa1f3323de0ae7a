package org.foundups.twin.cli;

import java.util.List;
import java.util.function.Function;
import org.foundups.twin.drafter.TransferListener;
import org.foundups.twin.drafter.TransferProgress;

/// Shows how a download goes: a bar on a terminal, a line every few seconds elsewhere. What is
/// worth knowing stays.
record Download(LiveRegion region) implements TransferListener {
    private static final int BAR = 20;

    /// Does something that may take long, and shows how it goes.
    static <T> T watched(Session session, Function<TransferListener, T> work) {
        try (var region = session.progress()) {
            return work.apply(new Download(region));
        }
    }

    @Override
    public void progress(TransferProgress progress) {
        region.show(List.of(line(progress)));
    }

    @Override
    public void note(String sentence) {
        region.note(Line.of(Ink.FAINT, "  " + sentence));
    }

    static Line line(TransferProgress progress) {
        var known = progress.totalBytes() > 0;
        var share = known ? (double) progress.doneBytes() / progress.totalBytes() : 0;
        var line = Line.of("  " + progress.what() + "  ");
        if (known)
            line =
                    line.with(Bars.track(share, BAR, Ink.ACCENT))
                            .with(" " + Amounts.percent(share) + "  ");
        line =
                line.with(
                        Amounts.bytes(progress.doneBytes())
                                + (known ? " of " + Amounts.bytes(progress.totalBytes()) : ""));
        var rest =
                switch (progress.phase()) {
                    case CHECKING -> "  checking its hash";
                    case FETCHING -> pace(progress);
                };
        return line.with(Ink.FAINT, rest);
    }

    private static String pace(TransferProgress progress) {
        var left = progress.left();
        return (progress.bytesPerSecond() > 0
                        ? "  " + Amounts.bytes(progress.bytesPerSecond()) + "/s"
                        : "")
                + (left == null || left.isZero() ? "" : "  " + Amounts.duration(left) + " left");
    }
}
