package org.foundups.twin.llama;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON of a request, within limits that keep a hostile one from taking all the memory.
final class JsonBody {
    private static final int MOST_TOKENS = 100_000;
    private static final int DEEPEST = 100;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(HttpBody.LIMIT_BYTES)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonBody() {}

    /// @throws ApiError if it is not one JSON document in UTF-8
    static JsonNode read(byte[] body) {
        if (body.length == 0) throw ApiError.malformed("The body is empty; JSON is expected.");
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return JSON.readTree(text);
        } catch (CharacterCodingException notUtf8) {
            throw ApiError.malformed("The body is not encoded in UTF-8.");
        } catch (JacksonException notJson) {
            var where = notJson.getLocation();
            var place =
                    where == null
                            ? ""
                            : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw ApiError.malformed(
                    "The body is no JSON that can be read"
                            + place
                            + ": "
                            + excerpt(notJson.getOriginalMessage())
                            + ".");
        }
    }

    private static String excerpt(String message) {
        var line = message.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }
}
