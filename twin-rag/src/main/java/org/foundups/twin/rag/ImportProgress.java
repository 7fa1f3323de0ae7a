package org.foundups.twin.rag;

/// Whoever wants to know how long work is getting on, and may stop it.
public interface ImportProgress {
    /// How far it has come.
    ///
    /// @param done rows dealt with
    /// @param total rows in all; -1 where nobody knows before the end, as with a file
    /// @param refused rows that were not taken, counted in `done` too
    /// @param bytes of the file that were read; 0 without a file
    /// @param totalBytes size of the file; 0 without a file
    record Standing(long done, long total, long refused, long bytes, long totalBytes) {}

    /// Told after every batch. Should return soon.
    void at(Standing standing);

    /// Asked before every batch; may block for as long as the work is paused.
    ///
    /// @return false to stop: what was stored until then stays
    boolean goOn();

    /// Nobody watches.
    static ImportProgress unwatched() {
        return new ImportProgress() {
            @Override
            public void at(Standing standing) {}

            @Override
            public boolean goOn() {
                return true;
            }
        };
    }
}
