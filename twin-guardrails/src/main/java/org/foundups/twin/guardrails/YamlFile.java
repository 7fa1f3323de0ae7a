package org.foundups.twin.guardrails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a settings file strictly: every unknown key is an error, and all of them are reported
/// together with their lines.
final class YamlFile {
    private YamlFile() {}

    /// @throws TwinException of code VALIDATION, saying what is wrong where
    static <T> T read(Path file, Class<T> type) {
        var unknown = new UnknownKeys();
        try {
            var content = Files.readString(file);
            var settings = unknown.reading(content, type);
            if (unknown.found.isEmpty())
                return Objects.requireNonNull(settings, "the file is empty");
            throw invalid(file, String.join("; ", unknown.found), null);
        } catch (JacksonException malformed) {
            unknown.found.add(message(malformed));
            throw invalid(file, String.join("; ", unknown.found), malformed);
        } catch (NullPointerException | IOException unreadable) {
            throw invalid(file, "it cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static TwinException invalid(Path file, String why, @Nullable Throwable cause) {
        return new TwinException(
                TwinException.Code.VALIDATION,
                file.getFileName() + " is not usable: " + why,
                cause);
    }

    private static String message(JacksonException malformed) {
        var location = malformed.getLocation();
        var message = malformed.getOriginalMessage();
        return location == null ? message : "line " + location.getLineNr() + ": " + message;
    }

    private static final class UnknownKeys extends DeserializationProblemHandler {
        private final List<String> found = new ArrayList<>();
        private Map<String, Integer> lines = Map.of();

        @Nullable <T> T reading(String content, Class<T> type) {
            var mapper =
                    YAMLMapper.builder()
                            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                            .addHandler(this)
                            .build();
            lines = lines(mapper, content);
            return mapper.readValue(content, type);
        }

        /// The line of every key, by its path in the file.
        private static Map<String, Integer> lines(YAMLMapper mapper, String content) {
            Map<String, Integer> lines = new LinkedHashMap<>();
            try (var parser = mapper.createParser(content)) {
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.PROPERTY_NAME) {
                        var path = parser.streamReadContext().pathAsPointer().toString();
                        lines.put(path, parser.currentTokenLocation().getLineNr());
                    }
                }
            }
            return lines;
        }

        /// The parser at hand may be one over a buffer, which knows no line and only the end of the
        /// path, and it may have entered the value already.
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            var path = parser.streamReadContext().pathAsPointer().toString();
            int end = path.lastIndexOf("/" + name);
            var ending = end < 0 ? "/" + name : path.substring(0, end + name.length() + 1);
            var line =
                    lines.entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith(ending))
                            .findFirst();
            line.ifPresent(entry -> lines.remove(entry.getKey()));
            var where = line.map(entry -> "line " + entry.getValue() + ": ").orElse("");
            found.add(where + "unknown key \"" + name + '"');
            parser.skipChildren();
            return true;
        }
    }
}
