package org.foundups.twin.drafter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The packages native libraries come in.
///
/// @param note for people who read the file
/// @param version of every package
record NativeCatalogue(String note, String version, List<Entry> packages) {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,40}");

    NativeCatalogue {
        packages = List.copyOf(Objects.requireNonNull(packages, "packages"));
        if (!VERSION.matcher(Objects.requireNonNull(version, "version")).matches()) {
            throw new IllegalArgumentException("version cannot be \"" + version + "\"");
        }
    }

    Optional<Entry> forPlatform(String platform) {
        return packages.stream().filter(entry -> entry.platform().equals(platform)).findFirst();
    }

    /// One platform's package.
    ///
    /// @param folder where in the tarball the libraries lie, with a slash at the end
    /// @param bytes size of the tarball; 0 if nobody looked
    /// @param sha256 hash of the tarball in hex; null if nobody looked
    record Entry(
            String platform,
            @JsonProperty("package") String packageName,
            String folder,
            long bytes,
            @Nullable String sha256) {
        Entry {
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(packageName, "package");
            if (!Objects.requireNonNull(folder, "folder").endsWith("/")) {
                throw new IllegalArgumentException("folder ends in a slash");
            }
        }
    }
}
