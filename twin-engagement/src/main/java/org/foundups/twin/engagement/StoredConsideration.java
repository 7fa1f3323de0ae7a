package org.foundups.twin.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.foundups.twin.core.Consideration;

/// A consideration as it lies in the database. Written once, never changed.
@Entity
@Table(name = "consideration")
class StoredConsideration {
    @Id private UUID id;

    @Column(name = "target_id", nullable = false, updatable = false)
    private UUID targetId;

    @Column(name = "account_id", nullable = false, updatable = false)
    private String accountId;

    @Column(name = "trace_id", nullable = false, updatable = false)
    private String traceId;

    @Column(name = "action", nullable = false, updatable = false)
    private String action;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private OffsetDateTime decidedAt;

    @Column(name = "result", nullable = false, updatable = false)
    private String result;

    /// For JPA, which fills the fields afterwards.
    @SuppressWarnings("NullAway.Init")
    protected StoredConsideration() {}

    StoredConsideration(Consideration consideration, String result) {
        var incoming = consideration.incoming();
        this.id = UUID.fromString(incoming.considerationId());
        this.targetId = UUID.fromString(incoming.targetRef());
        this.accountId = incoming.target().account().id();
        this.traceId = incoming.traceId();
        this.action = consideration.decision().action().id();
        this.decidedAt = Storable.time(incoming.circumstances().now());
        this.result = Storable.text(result);
    }

    String result() {
        return result;
    }
}
