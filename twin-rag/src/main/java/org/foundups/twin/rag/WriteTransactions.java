package org.foundups.twin.rag;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets one writer at a time change the memory, within the transaction that is running or one of
/// its own.
///
/// Why: sequence numbers are drawn before their transaction commits. Two writers at once could
/// commit in the other order, and a follower that had read up to the higher number would never see
/// the lower. The advisory lock is held from before the first number is drawn until after the
/// commit is visible, so numbers appear in rising order. Embedding is done before, so the lock is
/// held for milliseconds.
final class WriteTransactions {
    /// Any number that nobody else uses; part of the migration's contract.
    private static final long LOCK = 7526411553046621L;

    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    WriteTransactions(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        own = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /// Does some work as the only writer.
    <T> T change(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? locked(work)
                : own.execute(_ -> locked(work));
    }

    /// Has something done when what was changed so far is visible to everybody: now, or once the
    /// running transaction has committed; not at all if that is rolled back.
    void afterwards(Runnable committed) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            TransactionSynchronizationManager.registerSynchronization(afterCommit(committed));
        else committed.run();
    }

    private <T> T locked(Supplier<T> work) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(_ -> {});
        return work.get();
    }

    private static TransactionSynchronization afterCommit(Runnable committed) {
        return new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.run();
            }
        };
    }
}
