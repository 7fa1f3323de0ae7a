-- What the creator has said, with its vectors: the truth that every node's Lucene index follows.

-- Which history of changes this is. An index made from another database is recognised by it and rebuilt.
CREATE TABLE memory_epoch (
    id uuid NOT NULL
);
INSERT INTO memory_epoch (id) VALUES (gen_random_uuid());

-- Numbers every change. Writers take the advisory lock 7526411553046621 for the rest of their transaction before
-- they draw a number, so numbers become visible in rising order and a follower that has seen n never misses one
-- below n.
CREATE SEQUENCE memory_change AS bigint;

CREATE TABLE memory_document (
    id              uuid             PRIMARY KEY,
    persona         text             NOT NULL CHECK (persona <> ''),
    source_type     text             NOT NULL CHECK (source_type IN ('comment', 'video_transcript', 'post', 'note')),
    source_id       text             NOT NULL CHECK (source_id <> ''),
    text            text             NOT NULL CHECK (deleted OR text <> ''),
    in_reply_to     text,
    video_id        text,
    video_title     text,
    start_s         double precision,
    end_s           double precision,
    url             text,
    speaker         text,
    provenance      text             NOT NULL CHECK (provenance IN ('verbatim', 'paraphrase')),
    created_at      timestamptz,
    tags            text[]           NOT NULL DEFAULT '{}',
    platform        text,
    content_hash    text             NOT NULL,
    -- float32, little endian, length one; of `text` and, where there is one, of `in_reply_to`
    embedding       bytea,
    asked_embedding bytea,
    embedding_model text,
    seq             bigint           NOT NULL UNIQUE,
    -- A tombstone keeps the number of the deletion and the source's identity, and nothing of what was said.
    deleted         boolean          NOT NULL DEFAULT false,
    stored_at       timestamptz      NOT NULL,
    UNIQUE (persona, source_type, source_id),
    CHECK (start_s <= end_s),
    CHECK (deleted OR (embedding IS NOT NULL AND embedding_model IS NOT NULL))
);
