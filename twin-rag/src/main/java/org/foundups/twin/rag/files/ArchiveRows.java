package org.foundups.twin.rag.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows of an archive in which somebody answers what stands elsewhere in the same file, before
/// or after it. The file is read up to three times: which threads are asked for, what was said in
/// them, and the rows. Only the threads asked for are held, and of them no more than
/// [Threads#LIMIT].
final class ArchiveRows implements RowSource {
    private final SourceText text;
    private final ArchiveItems.Opening opening;
    private final ArchiveItems items;
    private final RowReading reading;
    private final long limit;
    private @Nullable Threads threads;

    ArchiveRows(
            InputStream first,
            SourceText text,
            ArchiveItems.Opening opening,
            RowReading reading,
            long limit)
            throws IOException {
        this.text = text;
        this.opening = opening;
        this.items = opening.of(first);
        this.reading = reading;
        this.limit = limit;
    }

    /// @param first the file's text from its beginning, which the rows are read from
    static ArchiveRows of(
            InputStream first, SourceText text, ArchiveItems.Opening opening, RowReading reading)
            throws IOException {
        return new ArchiveRows(first, text, opening, reading, Threads.LIMIT);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        var known = threads == null ? looked() : threads;
        threads = known;
        for (var item = items.next(); item.isPresent(); item = items.next()) {
            switch (item.get()) {
                case ArchiveItem.Own own -> {
                    return Optional.of(row(own, known));
                }
                case ArchiveItem.Broken(var line, var reason) -> {
                    return Optional.of(new ImportRow.Broken(line, reason));
                }
                case ArchiveItem.Other _ -> {}
            }
        }
        return Optional.empty();
    }

    private ImportRow row(ArchiveItem.Own own, Threads known) {
        var thread = own.answers();
        if (thread != null)
            own.values().with(Fields.IN_REPLY_TO, known.answeredBy(own.said(), thread));
        return reading.row(own.line(), own.values().byName());
    }

    private Threads looked() throws IOException {
        var wanted = new Threads(limit);
        through(item -> {
            if (item instanceof ArchiveItem.Own own && own.answers() != null)
                wanted.want(own.answers());
        });
        if (wanted.wantsNothing()) return wanted;
        through(item -> {
            switch (item) {
                case ArchiveItem.Own own -> wanted.offer(own.thread(), own.said());
                case ArchiveItem.Other(var thread, var said) -> wanted.offer(thread, said);
                case ArchiveItem.Broken _ -> {}
            }
        });
        return wanted;
    }

    private void through(Consumer<ArchiveItem> look) throws IOException {
        try (var again = text.open()) {
            var all = opening.of(again);
            for (var item = all.next(); item.isPresent(); item = all.next())
                look.accept(item.get());
        }
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<>(items.notes());
        if (threads != null && threads.overflowed())
            notes.add(
                    "The file holds more threads than are kept at a time: some replies were stored"
                            + " without what they answered. Smaller files keep it.");
        return List.copyOf(notes);
    }
}
