package org.foundups.twin.rag;

import java.util.function.Supplier;
import org.foundups.twin.core.TwinException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The edge to the database: what it throws leaves the module as our own failure.
final class Outside {
    private Outside() {}

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The memory's database did not answer; check that PostgreSQL runs and accepts connections.",
                    failure);
        }
    }
}
