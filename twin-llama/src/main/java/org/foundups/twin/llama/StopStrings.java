package org.foundups.twin.llama;

import java.util.List;

/// Ends a text before the stop string that is complete first, wherever tokens cut it. What could be
/// the beginning of one is held back until it is clear that it is none.
final class StopStrings {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean found;

    /// @param stops none of them empty
    StopStrings(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /// Takes more text, and gives what of it can be shown now.
    String accept(String text) {
        if (found) return "";
        held.append(text);
        var end = firstStop();
        if (end >= 0) {
            found = true;
            return release(end);
        }
        return release(held.length() - possibleBeginning());
    }

    /// The text is over.
    ///
    /// @return what was held back
    String end() {
        return found ? "" : release(held.length());
    }

    /// Whether a stop string has come. Nothing more is shown then.
    boolean found() {
        return found;
    }

    /// Where the stop begins that is complete first; of two complete at once, the longer counts.
    private int firstStop() {
        var begin = -1;
        var end = Integer.MAX_VALUE;
        for (var stop : stops) {
            var at = held.indexOf(stop);
            if (at < 0 || at + stop.length() > end) continue;
            begin = at + stop.length() < end ? at : Math.min(at, begin);
            end = at + stop.length();
        }
        return begin;
    }

    /// The length of the longest end of the text that some stop string begins with.
    private int possibleBeginning() {
        var longest = 0;
        for (var stop : stops) {
            for (var length = Math.min(stop.length() - 1, held.length());
                    length > longest;
                    length--) {
                if (held.indexOf(stop.substring(0, length), held.length() - length) >= 0) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private String release(int length) {
        var text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }
}
