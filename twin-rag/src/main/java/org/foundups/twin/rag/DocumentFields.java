package org.foundups.twin.rag;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.foundups.twin.core.Provenance;
import org.jspecify.annotations.Nullable;

/// A document's fields in the index: what is searched, and what is needed to show a hit without
/// asking the database.
final class DocumentFields {
    static final String ID = "id";
    static final String PERSONA = "persona";
    static final String SOURCE_TYPE = "source_type";

    /// The platform, the channel and the tags, in lower case.
    static final String CHANNEL = "channel";

    /// Who spoke, by the bare name in lower case; absent where nobody knows.
    static final String SPEAKER = "speaker_name";

    static final String TEXT = "text";
    static final String ASKED = "in_reply_to";
    static final String TEXT_VECTOR = "text_vector";
    static final String ASKED_VECTOR = "asked_vector";

    private DocumentFields() {}

    static Term identity(UUID id) {
        return new Term(ID, id.toString());
    }

    static Document of(StoredDocument stored, Vectors vectors) {
        var document = new Document();
        document.add(new StringField(ID, stored.id().toString(), Field.Store.YES));
        document.add(new StringField(PERSONA, stored.persona(), Field.Store.YES));
        document.add(new StringField(SOURCE_TYPE, stored.sourceType().id(), Field.Store.YES));
        document.add(new TextField(TEXT, stored.text(), Field.Store.YES));
        document.add(vector(TEXT_VECTOR, vectors.said()));
        if (stored.inReplyTo() != null)
            document.add(new TextField(ASKED, stored.inReplyTo(), Field.Store.YES));
        if (vectors.asked() != null) document.add(vector(ASKED_VECTOR, vectors.asked()));
        channel(document, stored.platform());
        channel(document, stored.channel());
        for (var tag : stored.tags()) {
            channel(document, tag);
            document.add(new StoredField("tag", tag));
        }
        var speaker = stored.speaker();
        if (speaker != null)
            document.add(new StringField(SPEAKER, Passages.bare(speaker), Field.Store.NO));
        keep(document, "source_id", stored.sourceId());
        keep(document, "video_id", stored.videoId());
        keep(document, "video_title", stored.videoTitle());
        keep(document, "url", stored.url());
        keep(document, "speaker", stored.speaker());
        keep(document, "provenance", stored.provenance().name());
        keep(document, "platform", stored.platform());
        keep(document, "from_channel", stored.channel());
        keep(document, "source_file", stored.sourceFile());
        keep(document, "created_at", stored.createdAt());
        if (stored.startSeconds() != null)
            document.add(new StoredField("start_s", stored.startSeconds()));
        if (stored.endSeconds() != null)
            document.add(new StoredField("end_s", stored.endSeconds()));
        return document;
    }

    static StoredDocument read(Document document) {
        var created = document.get("created_at");
        return new StoredDocument(
                UUID.fromString(document.get(ID)),
                document.get(PERSONA),
                document.get(TEXT),
                document.get(ASKED),
                document.get("source_id"),
                SourceType.of(document.get(SOURCE_TYPE)).orElseThrow(),
                document.get("video_id"),
                document.get("video_title"),
                seconds(document.getField("start_s")),
                seconds(document.getField("end_s")),
                document.get("url"),
                document.get("speaker"),
                Provenance.valueOf(document.get("provenance")),
                created == null ? null : Instant.parse(created),
                List.of(document.getValues("tag")),
                document.get("platform"),
                document.get("from_channel"),
                document.get("source_file"));
    }

    private static KnnFloatVectorField vector(String name, Embedding embedding) {
        return new KnnFloatVectorField(
                name, embedding.array(), VectorSimilarityFunction.DOT_PRODUCT);
    }

    private static void channel(Document document, @Nullable String name) {
        if (name != null)
            document.add(new StringField(CHANNEL, name.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    private static void keep(Document document, String name, @Nullable Object value) {
        if (value != null) document.add(new StoredField(name, value.toString()));
    }

    private static @Nullable Double seconds(@Nullable IndexableField field) {
        return field == null ? null : field.numericValue().doubleValue();
    }
}
