package org.foundups.twin.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foundups.twin.rag.files.MemoryDocument;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A memory of the first version, brought to this one.
final class MigrationTest {
    private static final String TEXT = "rice grows in the lower field";

    /// As the first version computed it. Were it another one now, everything ever imported would be
    /// embedded and stored again at its next import.
    private static final String HASH =
            "2768b11f28b6ac0ac0a5c27dd73d5d15e0cdf5a2b41f5c710c6afa642f74a078";

    @TempDir Path directory;

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/rag")
                .target(version)
                .load()
                .migrate();
    }

    private static DataSource ofTheFirstVersion() {
        var database = TestDatabase.fresh();
        migrate(database, "1000");
        var embedder = WordEmbedder.named("words-1");
        JdbcClient.create(database)
                .sql(
                        """
                        INSERT INTO memory_document (id, persona, source_type, source_id, text, speaker, provenance,
                            content_hash, embedding, embedding_model, seq, stored_at)
                        VALUES (?, '012', 'comment', 'a', ?, '012', 'verbatim', ?, ?, ?, nextval('memory_change'),
                            now())
                        """)
                .param(new UUID(0, 7))
                .param(TEXT)
                .param(HASH)
                .param(embedder.embed(TEXT).encoded())
                .param(embedder.model().id())
                .update();
        return database;
    }

    @Test
    void findsAndRecognisesWhatTheFirstVersionStored() {
        var database = ofTheFirstVersion();
        migrate(database, "latest");
        try (var nodes = new Nodes(directory)) {
            var memory = nodes.open("one", database, WordEmbedder.named("words-1"));
            assertThat(memory.search(MemorySearch.of("012", "where does rice grow")))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.passage().documentId()).isEqualTo(new UUID(0, 7).toString());
                        assertThat(hit.channel()).isNull();
                        assertThat(hit.sourceFile()).isNull();
                    });
            var again =
                    memory.store(
                            "012",
                            java.util.List.of(MemoryDocument.comment("a", null, TEXT, "012")));
            assertThat(again).containsExactly(new StoreResult.Unchanged(new UUID(0, 7)));
        }
    }
}
