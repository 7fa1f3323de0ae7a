-- What happened, in the order in which it was committed. Writers take turns (an advisory lock held to the end
-- of the transaction), so a reader that has seen number n has seen everything below n.
CREATE TABLE trajectory_event (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id        uuid NOT NULL UNIQUE,
    parent_id uuid,
    trace_id  text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('drafts', 'decisions', 'actions', 'events')),
    at        timestamptz NOT NULL,
    v         integer NOT NULL,
    line      text NOT NULL
);
CREATE INDEX trajectory_event_kind ON trajectory_event (kind, seq);
CREATE INDEX trajectory_event_at ON trajectory_event (kind, at);
