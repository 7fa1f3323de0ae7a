package org.foundups.twin.rag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// One Lucene index on disk. Changes are taken in by one thread at a time; any number may read.
final class MemoryIndex implements AutoCloseable {
    /// How many changes may be taken in before they are forced to disk: what a crash costs is
    /// reading that many rows again.
    private static final int COMMIT_EVERY = 2_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Position position;
    private int uncommitted;

    private MemoryIndex(
            Directory directory, IndexWriter writer, SearcherManager searchers, Position position) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.position = position;
    }

    /// A question put to the index as it stands.
    @FunctionalInterface
    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    static MemoryIndex create(Path path, Position start) throws IOException {
        return open(path, IndexWriterConfig.OpenMode.CREATE, start);
    }

    /// Opens what was committed, after its checksums were verified.
    ///
    /// @return empty if it is not an index of this format
    /// @throws IOException if there is none, or it is damaged
    static Optional<MemoryIndex> reopen(Path path) throws IOException {
        // Opening would make the directory.
        if (!Files.isDirectory(path)) throw new NoSuchFileException(path.toString());
        Optional<Position> position;
        try (var directory = FSDirectory.open(path);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) ((CodecReader) leaf.reader()).checkIntegrity();
            position = Position.read(reader.getIndexCommit().getUserData());
        }
        if (position.isEmpty()) return Optional.empty();
        return Optional.of(open(path, IndexWriterConfig.OpenMode.APPEND, position.get()));
    }

    private static MemoryIndex open(Path path, IndexWriterConfig.OpenMode mode, Position position)
            throws IOException {
        var directory = FSDirectory.open(path);
        var settings = new IndexWriterConfig(MemoryAnalyzer.SHARED).setOpenMode(mode);
        settings.setRAMBufferSizeMB(64);
        var writer = new IndexWriter(directory, settings);
        var index =
                new MemoryIndex(
                        directory,
                        writer,
                        new SearcherManager(writer, new SearcherFactory()),
                        position);
        index.commit();
        return index;
    }

    Position position() {
        return position;
    }

    /// Takes changes in and lets searches that begin later see them.
    void apply(List<Change> changes) throws IOException {
        if (changes.isEmpty()) return;
        for (var change : changes) apply(change);
        searchers.maybeRefreshBlocking();
        position = position.at(changes.getLast().sequence());
        uncommitted += changes.size();
        if (uncommitted >= COMMIT_EVERY) commit();
    }

    private void apply(Change change) throws IOException {
        switch (change) {
            case Change.Written written ->
                    writer.updateDocument(
                            DocumentFields.identity(written.document().id()),
                            DocumentFields.of(written.document(), written.vectors()));
            case Change.Gone gone -> writer.deleteDocuments(DocumentFields.identity(gone.id()));
        }
    }

    /// Forces everything taken in to disk, if there is anything.
    void commit() throws IOException {
        writer.setLiveCommitData(position.written().entrySet());
        writer.commit();
        uncommitted = 0;
    }

    boolean dirty() {
        return uncommitted > 0;
    }

    /// Merges into few segments, which makes searching faster.
    void compact() throws IOException {
        writer.forceMerge(1);
        searchers.maybeRefreshBlocking();
    }

    <T> T read(Reading<T> reading) throws IOException {
        var searcher = searchers.acquire();
        try {
            return reading.of(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /// Readings that have begun end undisturbed.
    @Override
    public void close() throws IOException {
        searchers.close();
        try {
            if (writer.isOpen()) commit();
            writer.close();
        } finally {
            writer.rollback();
            directory.close();
        }
    }
}
