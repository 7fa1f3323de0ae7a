package org.foundups.twin.drafter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.foundups.twin.core.TwinException;
import org.foundups.twin.core.TwinException.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the JSON files of the stores.
final class CatalogueFile {
    private static final long LIMIT_BYTES = 4L << 20;

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private CatalogueFile() {}

    /// What a file says.
    ///
    /// @throws TwinException of code VALIDATION if it is not there or says it wrongly
    static <T> T read(Path file, Class<T> type) {
        try {
            if (Files.size(file) > LIMIT_BYTES) throw invalid(file, "it is over 4 MiB", null);
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException unreadable) {
            throw invalid(file, "it cannot be read (" + unreadable.getMessage() + ")", unreadable);
        } catch (JacksonException wrong) {
            throw invalid(file, reason(wrong), wrong);
        }
    }

    /// Replaces a file whole or not at all.
    static void write(Path file, Object content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, JSON.writeValueAsBytes(content));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new TwinException(
                    Code.UNAVAILABLE,
                    file + " cannot be written: " + failed.getMessage() + ".",
                    failed);
        }
    }

    private static String reason(JacksonException wrong) {
        var cause =
                wrong.getCause() == null
                        ? wrong.getOriginalMessage()
                        : wrong.getCause().getMessage();
        return Plain.line(String.valueOf(cause), 200)
                + (wrong.getLocation() == null
                        ? ""
                        : " (line " + wrong.getLocation().getLineNr() + ")");
    }

    private static TwinException invalid(
            Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new TwinException(Code.VALIDATION, file + " is not usable: " + why + ".", cause);
    }
}
