package org.foundups.twin.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Where the embedded server keeps its things, below a directory nobody else may enter: the library
/// makes its working directory writable for everybody on each start.
record DatabaseFiles(Path root) {
    /// Makes the directories, readable by the owner alone.
    static DatabaseFiles in(Path root) {
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(root.resolve("work"));
            return new DatabaseFiles(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The database directory " + root + " cannot be prepared.", failure);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path work() {
        return root.resolve("work");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /// Present once a password is set and nobody gets in without it.
    boolean secured() {
        return Files.exists(root.resolve("secured"));
    }

    void markSecured() {
        write("secured", "scram-sha-256\n");
    }

    /// Made on the first call, the same for ever after.
    String password() {
        var known = read("password");
        if (!known.isEmpty()) return known;
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var fresh = HexFormat.of().formatHex(random);
        write("password", fresh);
        return fresh;
    }

    /// The port of last time; 0 if there was none.
    int port() {
        var known = read("port");
        return known.isEmpty() ? 0 : Integer.parseInt(known);
    }

    void rememberPort(int port) {
        write("port", Integer.toString(port));
    }

    /// Process id of the server that wrote its pid file last.
    OptionalLong serverPid() {
        var file = data().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return OptionalLong.empty();
            return OptionalLong.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException | RuntimeException unreadable) {
            return OptionalLong.empty();
        }
    }

    private String read(String name) {
        try {
            var file = root.resolve(name);
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The file " + root.resolve(name) + " cannot be read.", failure);
        }
    }

    private void write(String name, String content) {
        try {
            Files.writeString(root.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The file " + root.resolve(name) + " cannot be written.", failure);
        }
    }
}
