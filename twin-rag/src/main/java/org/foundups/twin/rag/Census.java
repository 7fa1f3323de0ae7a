package org.foundups.twin.rag;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.foundups.twin.rag.routing.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts what the database holds.
final class Census {
    private final JdbcClient jdbc;

    Census(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    MemoryStats taken(String model, long indexed, long sequence) {
        return new MemoryStats(
                documents(),
                by("source_type"),
                by("provenance"),
                by("coalesce(speaker, 'unknown')"),
                by("persona"),
                indexed,
                count(
                        "SELECT count(*) FROM memory_document WHERE NOT deleted AND route <> ?",
                        Route.TWIN_MEMORY.name()),
                count("SELECT count(*) FROM memory_document WHERE seq > ?", sequence),
                count(
                        "SELECT count(*) FROM memory_document WHERE NOT deleted AND embedding_model <> ?",
                        model),
                model,
                lastStored());
    }

    long documents() {
        return jdbc.sql("SELECT count(*) FROM memory_document WHERE NOT deleted")
                .query(Long.class)
                .single();
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }

    private @Nullable Instant lastStored() {
        return jdbc.sql("SELECT max(stored_at) AS latest FROM memory_document")
                .query((row, _) -> {
                    var latest = row.getObject("latest", OffsetDateTime.class);
                    return Optional.ofNullable(latest).map(OffsetDateTime::toInstant);
                })
                .single()
                .orElse(null);
    }

    /// @param expression one of ours, never from outside
    private Map<String, Long> by(String expression) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        "SELECT "
                                + expression
                                + " AS what, count(*) AS many FROM memory_document WHERE NOT deleted"
                                + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20")
                .query(row -> {
                    counts.put(row.getString("what"), row.getLong("many"));
                });
        return counts;
    }
}
