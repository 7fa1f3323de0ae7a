package org.foundups.twin.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first key, with every scope, written to a file that only the owner of the data directory can
/// read. Whoever can read that directory owns the twin anyway, so a lost file is simply written
/// anew.
public final class AdministratorKey {
    private static final Logger LOG = LoggerFactory.getLogger(AdministratorKey.class);

    private AdministratorKey() {}

    /// Sees to it that the file holds a key that works.
    public static void ensure(Path file, ApiKeys keys) {
        try {
            if (Files.exists(file) && keys.authenticate(Files.readString(file).strip()).isPresent())
                return;
            var secret = keys.create("administrator", EnumSet.allOf(Scope.class)).secret();
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            if (Files.getFileStore(file.toAbsolutePath().getParent())
                    .supportsFileAttributeView("posix")) {
                var owner = PosixFilePermissions.fromString("rw-------");
                Files.createFile(draft, PosixFilePermissions.asFileAttribute(owner));
            }
            Files.writeString(draft, secret + "\n");
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            LOG.info("An administrator's key was written to {}.", file);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The administrator's key cannot be written to " + file + ".", failure);
        }
    }
}
