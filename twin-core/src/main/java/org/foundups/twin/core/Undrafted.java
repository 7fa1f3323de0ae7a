package org.foundups.twin.core;

/// No text was written: the model is missing, slow, broken or answered nothing usable. There is no
/// canned text in its place.
///
/// @param code why, as a failure code
/// @param reason a sentence for the person who is asked instead
public record Undrafted(Brief brief, TwinException.Code code, String reason)
        implements Drafting, Grounds {
    @Override
    public Incoming incoming() {
        return brief.incoming();
    }
}
