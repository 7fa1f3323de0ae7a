CREATE TABLE api_key (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    hash         text NOT NULL UNIQUE,
    scopes       text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- status is null while the first call is still running.
CREATE TABLE idempotency (
    caller       uuid NOT NULL,
    key          text NOT NULL,
    request_hash text NOT NULL,
    begun_at     timestamptz NOT NULL,
    status       integer,
    content_type text,
    body         text,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_begun_at ON idempotency (begun_at);

CREATE TABLE job (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL,
    state      text NOT NULL,
    parameters text NOT NULL,
    done       bigint NOT NULL DEFAULT 0,
    total      bigint,
    failed     bigint NOT NULL DEFAULT 0,
    skipped    bigint NOT NULL DEFAULT 0,
    current    text,
    errors     text NOT NULL DEFAULT '[]',
    message    text,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at   timestamptz
);
CREATE INDEX job_created_at ON job (created_at);
