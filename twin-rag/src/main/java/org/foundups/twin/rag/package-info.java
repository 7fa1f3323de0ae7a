/// What the creator has said: documents and their vectors in PostgreSQL, a Lucene index that
/// follows them, hybrid search, importers. Of our modules it uses twin-core alone. The way in is
/// [VoiceMemory].
@NullMarked
package org.foundups.twin.rag;

import org.jspecify.annotations.NullMarked;
