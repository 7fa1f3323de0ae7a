package org.foundups.twin.rag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.foundups.twin.rag.routing.IndexedVideo;
import org.foundups.twin.rag.routing.Route;
import org.foundups.twin.rag.routing.Routing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The statements of table memory_route, and of what follows from it in memory_document. Those that
/// change anything must run within [WriteTransactions].
final class RouteTable {
    private final JdbcClient jdbc;

    RouteTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    Optional<Route> ordered(String persona, String videoId) {
        return jdbc.sql(
                        "SELECT ordered FROM memory_route WHERE persona = ? AND video_id = ? AND ordered IS NOT NULL")
                .param(persona)
                .param(videoId)
                .query((row, _) -> Route.valueOf(row.getString("ordered")))
                .optional();
    }

    /// Writes what the rules say, and leaves what was ordered.
    void put(String persona, IndexedVideo video, Routing ruled, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO memory_route (persona, video_id, channel, title, source_file, label, segments,
                            route, reason, confidence, evidence, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (persona, video_id) DO UPDATE SET
                            channel = excluded.channel, title = excluded.title, source_file = excluded.source_file,
                            label = excluded.label, segments = excluded.segments, route = excluded.route,
                            reason = excluded.reason, confidence = excluded.confidence,
                            evidence = excluded.evidence, decided_at = excluded.decided_at
                        """)
                .param(persona)
                .param(video.videoId())
                .param(video.channel())
                .param(video.title())
                .param(video.sourceFile())
                .param(video.label())
                .param(video.segments())
                .param(ruled.route().name())
                .param(ruled.reason())
                .param(ruled.confidence())
                .param(ruled.evidence().toArray(String[]::new))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Writes what is ordered.
    ///
    /// @param route null takes an order back
    /// @return false if there is no such video
    boolean order(
            String persona,
            String videoId,
            @Nullable Route route,
            @Nullable String by,
            @Nullable String note,
            Instant now) {
        return jdbc.sql(
                                """
                                UPDATE memory_route SET ordered = ?, ordered_by = ?, ordered_at = ?, note = ?
                                WHERE persona = ? AND video_id = ?
                                """)
                        .param(route == null ? null : route.name())
                        .param(route == null ? null : by)
                        .param(route == null ? null : now.atOffset(ZoneOffset.UTC))
                        .param(note)
                        .param(persona)
                        .param(videoId)
                        .update()
                > 0;
    }

    /// Lets the documents of a video follow its route, each as a change of its own, so that every
    /// index hears of it.
    ///
    /// @return how many went elsewhere
    int follow(String persona, String videoId) {
        return jdbc.sql(
                        """
                        UPDATE memory_document AS document
                        SET route = coalesce(video.ordered, video.route), seq = nextval('memory_change')
                        FROM memory_route AS video
                        WHERE document.persona = ? AND document.video_id = ? AND NOT document.deleted
                            AND document.source_type = 'video_transcript'
                            AND video.persona = document.persona AND video.video_id = document.video_id
                            AND document.route IS DISTINCT FROM coalesce(video.ordered, video.route)
                        """)
                .param(persona)
                .param(videoId)
                .update();
    }

    Optional<VideoRoute> one(String persona, String videoId) {
        return jdbc.sql("SELECT * FROM memory_route WHERE persona = ? AND video_id = ?")
                .param(persona)
                .param(videoId)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Videos after an id, in the order of their ids.
    List<VideoRoute> page(String persona, @Nullable Route route, String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM memory_route
                        WHERE persona = ? AND video_id > ? AND (?::text IS NULL OR coalesce(ordered, route) = ?)
                        ORDER BY video_id LIMIT ?
                        """)
                .param(persona)
                .param(after)
                .param(route == null ? null : route.name())
                .param(route == null ? null : route.name())
                .param(limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// How many videos go where, and why, most first.
    Map<Route, Map<String, Long>> counts(String persona) {
        var counts = new LinkedHashMap<Route, Map<String, Long>>();
        jdbc.sql(
                        """
                        SELECT coalesce(ordered, route) AS goes,
                            CASE WHEN ordered IS NULL THEN reason ELSE 'override' END AS why, count(*) AS many
                        FROM memory_route WHERE persona = ? GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
                        """)
                .param(persona)
                .query(row -> {
                    counts.computeIfAbsent(
                                    Route.valueOf(row.getString("goes")),
                                    _ -> new LinkedHashMap<>())
                            .put(row.getString("why"), row.getLong("many"));
                });
        return counts;
    }

    private static VideoRoute read(ResultSet row) throws SQLException {
        var ruled = Route.valueOf(row.getString("route"));
        var ordered = row.getString("ordered");
        var orderedAt = row.getObject("ordered_at", OffsetDateTime.class);
        return new VideoRoute(
                row.getString("persona"),
                row.getString("video_id"),
                row.getString("channel"),
                row.getString("title"),
                row.getString("source_file"),
                row.getString("label"),
                row.getInt("segments"),
                ordered == null ? ruled : Route.valueOf(ordered),
                ordered == null ? row.getString("reason") : "override",
                ordered == null ? row.getDouble("confidence") : 1,
                Arrays.asList((String[]) row.getArray("evidence").getArray()),
                ruled,
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("ordered_by"),
                orderedAt == null ? null : orderedAt.toInstant(),
                row.getString("note"));
    }
}
