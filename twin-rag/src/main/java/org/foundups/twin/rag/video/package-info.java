/// Video index files: what five writers left on disk, read without losing anything, understood with
/// provenance, speaker and time a segment at a time, and written back as it was. The shapes and the
/// numbered rules (B1, T2, V4 …) are those of the project's reference on video index formats.
///
/// The way in is [VideoFile#read]. Knows nothing of databases, imports or routes.
@NullMarked
package org.foundups.twin.rag.video;

import org.jspecify.annotations.NullMarked;
