package org.foundups.twin.engagement;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import org.foundups.twin.core.Consideration;
import org.foundups.twin.core.TwinException;

/// What became of every target that was considered, as the caller was told.
public final class Considerations {
    private final EntityManager entities;

    /// Considerations behind this entity manager.
    ///
    /// @param entities shared between threads and bound to the current transaction, as Spring
    ///   injects it
    public Considerations(EntityManager entities) {
        this.entities = entities;
    }

    /// Keeps a consideration, once the surrounding transaction commits; the statement runs now.
    ///
    /// @param result the answer to the caller, JSON
    /// @throws jakarta.persistence.TransactionRequiredException outside a transaction
    /// @throws TwinException of kind OUTSIDE if the database refuses
    public void store(Consideration consideration, String result) {
        entities.persist(new StoredConsideration(consideration, result));
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The decision could not be recorded, so it does not count. Try again.",
                    failure);
        }
    }

    /// The answer a caller was given.
    ///
    /// @throws TwinException of kind OUTSIDE if the database cannot be used
    public Optional<String> find(UUID id) {
        try {
            return Optional.ofNullable(entities.find(StoredConsideration.class, id))
                    .map(StoredConsideration::result);
        } catch (PersistenceException failure) {
            throw new TwinException(
                    TwinException.Code.UNAVAILABLE,
                    "The considerations cannot be read just now. Try again.",
                    failure);
        }
    }
}
