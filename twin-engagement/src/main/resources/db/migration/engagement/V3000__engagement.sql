-- What was seen, what the twin made of it, and what stands in the way of another comment.

-- A comment, post or live message; the same one for every account that looks at it. `key` is the platform's id or,
-- where it gives none, a fingerprint. The describing columns are as first seen.
CREATE TABLE target (
    id            uuid PRIMARY KEY,
    platform      text NOT NULL,
    identity      text NOT NULL CHECK (identity IN ('exact', 'fingerprint')),
    key           text NOT NULL CHECK (key <> ''),
    kind          text NOT NULL,
    container_id  text,
    parent_id     text,
    author_id     text,
    author_name   text,
    url           text,
    published_at  timestamptz,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    UNIQUE (platform, identity, key)
);

-- What a target said, from its first wording (number 1) to the one seen last.
CREATE TABLE target_version (
    target_id uuid NOT NULL REFERENCES target (id),
    number    integer NOT NULL,
    text      text NOT NULL,
    edited_at timestamptz,
    seen_at   timestamptz NOT NULL,
    PRIMARY KEY (target_id, number)
);

-- One run of a target through the flow. `result` is what the caller got, byte for byte: text, because jsonb would
-- reorder it and refuse the escape of NUL.
CREATE TABLE consideration (
    id         uuid PRIMARY KEY,
    target_id  uuid NOT NULL REFERENCES target (id),
    account_id text NOT NULL,
    trace_id   text NOT NULL,
    action     text NOT NULL CHECK (action IN ('comment', 'like', 'heart', 'ignore', 'hold')),
    decided_at timestamptz NOT NULL,
    result     text NOT NULL
);
CREATE INDEX consideration_target ON consideration (target_id, account_id);

-- Comments that really were posted. A suggestion is not in here, however often it was made.
CREATE TABLE answer (
    target_id   uuid NOT NULL REFERENCES target (id),
    account_id  text NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (target_id, account_id)
);

-- Where an account rests after deciding to comment. `held_by` is the target the decision was about.
CREATE TABLE cooldown (
    platform   text NOT NULL,
    account_id text NOT NULL,
    scope      text NOT NULL CHECK (scope IN ('thread', 'author')),
    subject    text NOT NULL,
    held_by    uuid NOT NULL REFERENCES target (id),
    until      timestamptz NOT NULL,
    PRIMARY KEY (platform, account_id, scope, subject)
);

-- The emergency stop: for everything (no platform), for a platform (no account), or for one account.
CREATE TABLE control (
    platform   text,
    account_id text,
    active     boolean NOT NULL,
    reason     text NOT NULL CHECK (reason <> ''),
    UNIQUE NULLS NOT DISTINCT (platform, account_id),
    CHECK (account_id IS NULL OR platform IS NOT NULL)
);
