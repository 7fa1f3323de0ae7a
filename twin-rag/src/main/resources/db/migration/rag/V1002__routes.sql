-- Where each video goes, and why. One row a video that was imported; documents of a video follow its route.
CREATE TABLE memory_route (
    persona     text             NOT NULL CHECK (persona <> ''),
    video_id    text             NOT NULL CHECK (video_id <> ''),
    channel     text,
    title       text,
    source_file text,
    -- which writer's form the file has; 'unreadable' where it could not be read
    label       text             NOT NULL,
    segments    integer          NOT NULL,
    -- what the rules made of it
    route       text             NOT NULL
        CHECK (route IN ('TWIN_MEMORY', 'MUSIC_PIPELINE', 'FACELESS_PIPELINE', 'HOLD_FOR_REVIEW')),
    reason      text             NOT NULL,
    confidence  double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    evidence    text[]           NOT NULL,
    decided_at  timestamptz      NOT NULL,
    -- what the operator ordered, which stands above the rules; null if nothing
    ordered     text
        CHECK (ordered IN ('TWIN_MEMORY', 'MUSIC_PIPELINE', 'FACELESS_PIPELINE', 'HOLD_FOR_REVIEW')),
    ordered_by  text,
    ordered_at  timestamptz,
    note        text,
    PRIMARY KEY (persona, video_id)
);
CREATE INDEX memory_route_by_route ON memory_route (persona, (coalesce(ordered, route)), video_id);

-- Only what goes to the twin is found by it. Null where no route decides: comments, posts, notes, and transcripts
-- of videos of which nothing else is known.
ALTER TABLE memory_document ADD COLUMN route text;
CREATE INDEX memory_document_by_video ON memory_document (persona, video_id)
    WHERE source_type = 'video_transcript' AND NOT deleted;
