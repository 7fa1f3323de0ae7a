package org.foundups.twin.drafter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// A model the catalogue knows.
///
/// @param name lower case letters, digits, dots, dashes and underscores
/// @param file its name in the cache; no path
/// @param bytes its exact size, above 0
/// @param sha256 64 hex digits, lower case
/// @param licence as its makers name it
/// @param fallback names of models to take instead when no source can be reached, in order
/// @param sources where to get it, in order
public record ModelEntry(
        String name,
        String file,
        long bytes,
        String sha256,
        String licence,
        Role role,
        List<String> fallback,
        List<ModelSource> sources) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// What a model is for.
    public enum Role {
        GENERATOR,
        VALIDATOR;

        /// The name on the wire, in lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ModelEntry {
        require(NAME.matcher(Objects.requireNonNull(name, "name")).matches(), "name", name);
        require(
                FILE.matcher(Objects.requireNonNull(file, "file")).matches(),
                name + ": file",
                file);
        require(bytes > 0, name + ": bytes", "" + bytes);
        require(
                SHA256.matcher(Objects.requireNonNull(sha256, "sha256")).matches(),
                name + ": sha256",
                sha256);
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(role, "role");
        fallback = List.copyOf(Objects.requireNonNull(fallback, "fallback"));
        sources = List.copyOf(Objects.requireNonNull(sources, "sources"));
        require(!sources.isEmpty(), name + ": sources", "empty");
    }

    private static void require(boolean met, String what, String value) {
        if (!met) throw new IllegalArgumentException(what + " cannot be \"" + value + "\"");
    }
}
