package org.foundups.twin.llama;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A look at the first bytes of a model file, before native code sees it: what is no model at all
/// is told by the right words, and not by a crash. Whether the file is the right one is a matter of
/// its hash, which whoever fetched it has checked.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF</a>
final class GgufFile {
    private static final int MAGIC = 0x47475546; // "GGUF", read as a big-endian number
    private static final int HEADER_BYTES = 24;

    private GgufFile() {}

    /// Looks at a file.
    ///
    /// @param what the file is said to be, for the message
    /// @return its size in bytes
    /// @throws EngineFailure of code MODEL if it is not there, unreadable, or no GGUF file
    static long check(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw EngineFailure.model("There is no " + what + " " + file + ". Fetch it first.");
        }
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            var size = Files.size(file);
            if (size < HEADER_BYTES || in.readInt() != MAGIC) {
                throw EngineFailure.model(
                        "The " + what + " " + file + " is no GGUF file. Fetch it anew.");
            }
            var version = Integer.reverseBytes(in.readInt());
            if (version < 2 || version > 3) {
                throw EngineFailure.model(
                        "The "
                                + what
                                + " "
                                + file
                                + " is GGUF version "
                                + Integer.toUnsignedString(version)
                                + "; versions 2 and 3 in little-endian order can be read.");
            }
            return size;
        } catch (IOException unreadable) {
            throw EngineFailure.model(
                            "The "
                                    + what
                                    + " "
                                    + file
                                    + " cannot be read: "
                                    + unreadable.getMessage()
                                    + ".")
                    .causedBy(unreadable);
        }
    }
}
