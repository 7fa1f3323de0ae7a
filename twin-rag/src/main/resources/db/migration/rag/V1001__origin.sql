-- Whose videos a document comes from, and from which file it was read. Unknown for what was stored before.
ALTER TABLE memory_document ADD COLUMN channel text;
ALTER TABLE memory_document ADD COLUMN source_file text;
