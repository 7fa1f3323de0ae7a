package org.foundups.twin.drafter;

/// A model as a list shows it.
///
/// @param presentBytes what of it is here
/// @param selected whether the embedded engine uses it
/// @param own whether the user added it
public record ModelListing(
        ModelEntry entry, State state, long presentBytes, boolean selected, boolean own) {
    /// How much of a model is here.
    public enum State {
        PRESENT,
        PARTIAL,
        ABSENT;

        /// The name on the wire, in lower case.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
