package org.foundups.twin.rag.files;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The names at the beginning of a JSON file, by which its form is told.
final class JsonNames {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private JsonNames() {}

    /// The names of the first object's members, and those within them as `member.name`; of a list
    /// the names of its elements as `.name`; and an empty name if the head ends before the object
    /// does.
    static Set<String> of(Beginning file) {
        var names = new HashSet<String>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), file.head())) {
            collect(json, names);
        } catch (JacksonException cutOff) {
            names.add("");
        }
        return names;
    }

    private static void collect(JsonParser json, Set<String> names) {
        var depth = 0;
        var member = "";
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isStructStart()) depth++;
            if (token.isStructEnd() && --depth == 0) return;
            if (token != JsonToken.PROPERTY_NAME || depth > 3) continue;
            if (depth == 1) member = json.currentName();
            names.add(depth == 1 ? member : member + "." + json.currentName());
        }
    }
}
