package org.foundups.twin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// What opens the service. It is never an argument: other users of a machine can see those.
///
/// @param secret null if there is none
/// @param origin where it came from or should have come from, for messages
record Key(@Nullable String secret, String origin) {
    /// @throws CommandFailed if the key cannot be read or sent
    static Key of(Settings settings) {
        var given = settings.keyFromEnvironment();
        if (given != null) return checked(given, "TWIN_KEY");
        if (!settings.isLocal()) {
            return new Key(
                    null,
                    "TWIN_KEY (the key of this machine is not shown to "
                            + settings.service()
                            + ")");
        }
        var file = settings.keyFile();
        try {
            return checked(Files.readString(file).strip(), file.toString());
        } catch (NoSuchFileException absent) {
            return new Key(null, file.toString());
        } catch (IOException unreadable) {
            throw CommandFailed.because(
                    Exit.UNAUTHORISED, "The key in " + file + " cannot be read.", "Is it yours?");
        }
    }

    /// A header with a line break in it would be two headers.
    private static Key checked(String secret, String origin) {
        if (secret.chars().allMatch(unit -> unit > ' ' && unit < 0x7F))
            return new Key(secret, origin);
        throw CommandFailed.because(Exit.UNAUTHORISED, "What " + origin + " holds is no key.");
    }
}
