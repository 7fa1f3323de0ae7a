package org.foundups.twin.rag.files;

import java.util.Arrays;
import java.util.List;

/// What detection may look at.
///
/// @param fileName in lower case
/// @param head the first characters of the file, at most 64 Ki
/// @param whole whether that is all of it
record Beginning(String fileName, String head, boolean whole) {
    boolean endsWith(String... endings) {
        return Arrays.stream(endings).anyMatch(fileName::endsWith);
    }

    /// The first lines that are not blank; at least one, which may be empty.
    List<String> lines() {
        var lines = Arrays.stream(head.split("\r?\n", 20)).filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }
}
