package org.foundups.twin.drafter;

/// Is told how a download goes. Must not throw.
public interface TransferListener {
    /// Sees nothing.
    TransferListener NONE = new TransferListener() {};

    /// So far it has come; told a few times a second, and at the end.
    default void progress(TransferProgress progress) {}

    /// Something worth a line: another source is tried, and why.
    default void note(String sentence) {}
}
