package org.foundups.twin.rag;

import java.util.stream.Collectors;

/// Embeds again what another model embedded.
final class Renewal {
    private static final int BATCH = 64;

    private final MemoryTable table;
    private final WriteTransactions transactions;
    private final Embedder embedder;

    Renewal(MemoryTable table, WriteTransactions transactions, Embedder embedder) {
        this.table = table;
        this.transactions = transactions;
        this.embedder = embedder;
    }

    void run(ImportProgress progress) {
        var model = embedder.model().id();
        for (long done = 0; progress.goOn(); ) {
            var outdated = table.outdated(model, BATCH);
            if (outdated.isEmpty()) return;
            var vectors =
                    outdated.parallelStream()
                            .collect(
                                    Collectors.toConcurrentMap(
                                            MemoryTable.Outdated::id,
                                            row ->
                                                    Vectors.of(
                                                            row.text(),
                                                            row.inReplyTo(),
                                                            embedder)));
            transactions.change(() -> {
                for (var row : outdated) {
                    var fresh = vectors.get(row.id());
                    if (fresh != null) table.renew(row, fresh, model);
                }
                return outdated.size();
            });
            done += outdated.size();
            progress.at(new ImportProgress.Standing(done, -1, 0, 0, 0));
        }
    }
}
