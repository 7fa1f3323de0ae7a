package org.foundups.twin.rag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.foundups.twin.core.Platform;
import org.foundups.twin.core.Provenance;
import org.foundups.twin.rag.files.ImportRow;
import org.foundups.twin.rag.routing.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The statements of table memory_document. Those that change it must run within
/// [WriteTransactions].
final class MemoryTable {
    private static final String COLUMNS =
            """
            id, persona, text, in_reply_to, source_id, source_type, video_id, video_title, start_s, end_s, url,
            speaker, provenance, created_at, tags, platform, channel, source_file, embedding, asked_embedding, embedding_model, seq, deleted, route
            """;
    private static final String PUT =
            """
            INSERT INTO memory_document (id, persona, source_type, source_id, text, in_reply_to, video_id, video_title,
                start_s, end_s, url, speaker, provenance, created_at, tags, platform, channel, source_file, content_hash, embedding,
                asked_embedding, embedding_model, stored_at, route, seq, deleted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                CASE WHEN ? = 'video_transcript' THEN
                    (SELECT coalesce(ordered, route) FROM memory_route WHERE persona = ? AND video_id = ?) END,
                nextval('memory_change'), false)
            ON CONFLICT (persona, source_type, source_id) DO UPDATE SET
                text = excluded.text, in_reply_to = excluded.in_reply_to, video_id = excluded.video_id,
                video_title = excluded.video_title, start_s = excluded.start_s, end_s = excluded.end_s,
                url = excluded.url, speaker = excluded.speaker, provenance = excluded.provenance,
                created_at = excluded.created_at, tags = excluded.tags, platform = excluded.platform,
                channel = excluded.channel, source_file = excluded.source_file,
                content_hash = excluded.content_hash, embedding = excluded.embedding,
                asked_embedding = excluded.asked_embedding, embedding_model = excluded.embedding_model,
                stored_at = excluded.stored_at, route = excluded.route, seq = excluded.seq, deleted = false
            """;

    /// What is left is a tombstone, so that every index hears of it, and nothing of what was said.
    private static final String BURIAL =
            """
            UPDATE memory_document
            SET deleted = true, text = '', in_reply_to = NULL, video_id = NULL, video_title = NULL,
                start_s = NULL, end_s = NULL, url = NULL, speaker = NULL, created_at = NULL,
                tags = '{}', channel = NULL, source_file = NULL, route = NULL, content_hash = '', embedding = NULL, asked_embedding = NULL,
                embedding_model = NULL, stored_at = ?, seq = nextval('memory_change')
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    MemoryTable(DataSource dataSource) {
        template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
    }

    /// What stands under a source already.
    ///
    /// @param contentHash null if it was deleted
    record Present(UUID id, @Nullable String contentHash) {}

    /// A document on its way into the table.
    record Row(UUID id, NewDocument document, Vectors vectors) {}

    /// A document whose vectors another model made.
    record Outdated(UUID id, String text, @Nullable String inReplyTo) {}

    Map<NewDocument.Source, Present> present(
            String persona, Collection<NewDocument.Source> sources) {
        var types = sources.stream().map(source -> source.type().id()).toArray(String[]::new);
        var ids = sources.stream().map(NewDocument.Source::id).toArray(String[]::new);
        var present = new HashMap<NewDocument.Source, Present>();
        jdbc.sql(
                        """
                        SELECT id, source_type, source_id, CASE WHEN NOT deleted THEN content_hash END AS content_hash
                        FROM memory_document
                        WHERE persona = ? AND (source_type, source_id) IN (SELECT * FROM unnest(?, ?))
                        """)
                .param(persona)
                .param(types)
                .param(ids)
                .query(row -> {
                    present.put(
                            new NewDocument.Source(type(row), row.getString("source_id")),
                            new Present(
                                    row.getObject("id", UUID.class),
                                    row.getString("content_hash")));
                });
        return present;
    }

    void put(List<Row> rows, String model, Instant now) {
        template.batchUpdate(PUT, rows.stream().map(row -> values(row, model, now)).toList());
    }

    @SuppressWarnings(
            "NullAway") // A column value may be null, which the array's type does not say.
    private static Object[] values(Row row, String model, Instant now) {
        var document = row.document();
        var asked = row.vectors().asked();
        var created = document.createdAt();
        var platform = document.platform();
        return new Object[] {
            row.id(),
            document.persona(),
            document.sourceType().id(),
            document.sourceId(),
            document.text(),
            document.inReplyTo(),
            document.videoId(),
            document.videoTitle(),
            document.startSeconds(),
            document.endSeconds(),
            document.url(),
            document.speaker(),
            document.provenance().id(),
            created == null ? null : created.atOffset(ZoneOffset.UTC),
            document.tags().toArray(String[]::new),
            platform == null ? null : platform.id(),
            document.channel(),
            document.sourceFile(),
            document.contentHash(),
            row.vectors().said().encoded(),
            asked == null ? null : asked.encoded(),
            model,
            now.atOffset(ZoneOffset.UTC),
            document.sourceType().id(),
            document.persona(),
            document.videoId()
        };
    }

    /// Forgets a document.
    ///
    /// @return false if there is no such document
    boolean bury(UUID id, Instant now) {
        return jdbc.sql(BURIAL + " WHERE id = ? AND NOT deleted")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .update()
                > 0;
    }

    /// Forgets the passages of a track that are not among those named.
    ///
    /// @return how many there were
    int retain(String persona, ImportRow.Whole track, Instant now) {
        return jdbc.sql(
                        BURIAL
                                + """
                                 WHERE persona = ? AND source_type = 'video_transcript' AND video_id = ?
                                    AND starts_with(source_id, ?) AND source_id <> ALL (?) AND NOT deleted
                                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(persona)
                .param(track.videoId())
                .param(track.prefix())
                .param(track.ids().toArray(String[]::new))
                .update();
    }

    /// The changes after a number, at most `limit`, in rising order of their numbers.
    List<Change> changesAfter(long sequence, int limit, String model) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM memory_document WHERE seq > ? ORDER BY seq LIMIT ?")
                .param(sequence)
                .param(limit)
                .query((row, _) -> change(row, model))
                .list();
    }

    List<Outdated> outdated(String model, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, text, in_reply_to FROM memory_document
                        WHERE NOT deleted AND embedding_model <> ? ORDER BY seq LIMIT ?
                        """)
                .param(model)
                .param(limit)
                .query((row, _) ->
                        new Outdated(
                                row.getObject("id", UUID.class),
                                row.getString("text"),
                                row.getString("in_reply_to")))
                .list();
    }

    /// Does nothing to a document that was changed since it was read.
    void renew(Outdated read, Vectors vectors, String model) {
        var asked = vectors.asked();
        jdbc.sql(
                        """
                        UPDATE memory_document
                        SET embedding = ?, asked_embedding = ?, embedding_model = ?, seq = nextval('memory_change')
                        WHERE id = ? AND text = ? AND in_reply_to IS NOT DISTINCT FROM ?
                        """)
                .param(vectors.said().encoded())
                .param(asked == null ? null : asked.encoded())
                .param(model)
                .param(read.id())
                .param(read.text())
                .param(read.inReplyTo())
                .update();
    }

    /// The number of the last change; 0 if nothing ever changed.
    long lastSequence() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM memory_document")
                .query(Long.class)
                .single();
    }

    UUID epoch() {
        return jdbc.sql("SELECT id FROM memory_epoch").query(UUID.class).single();
    }

    private static Change change(ResultSet row, String model) throws SQLException {
        var sequence = row.getLong("seq");
        var id = row.getObject("id", UUID.class);
        var route = row.getString("route");
        var elsewhere = route != null && !route.equals(Route.TWIN_MEMORY.name());
        var outdated = !model.equals(row.getString("embedding_model"));
        if (row.getBoolean("deleted") || elsewhere || outdated)
            return new Change.Gone(sequence, id);
        var asked = row.getBytes("asked_embedding");
        return new Change.Written(
                sequence,
                document(row, id),
                new Vectors(
                        Embedding.decoded(row.getBytes("embedding")),
                        asked == null ? null : Embedding.decoded(asked)));
    }

    private static StoredDocument document(ResultSet row, UUID id) throws SQLException {
        var created = row.getObject("created_at", OffsetDateTime.class);
        return new StoredDocument(
                id,
                row.getString("persona"),
                row.getString("text"),
                row.getString("in_reply_to"),
                row.getString("source_id"),
                type(row),
                row.getString("video_id"),
                row.getString("video_title"),
                row.getObject("start_s", Double.class),
                row.getObject("end_s", Double.class),
                row.getString("url"),
                row.getString("speaker"),
                provenance(row.getString("provenance")),
                created == null ? null : created.toInstant(),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                Optional.ofNullable(row.getString("platform"))
                        .flatMap(Platform::of)
                        .map(Platform::id)
                        .orElse(null),
                row.getString("channel"),
                row.getString("source_file"));
    }

    private static SourceType type(ResultSet row) throws SQLException {
        return SourceType.of(row.getString("source_type")).orElseThrow();
    }

    private static Provenance provenance(String id) {
        return Provenance.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
