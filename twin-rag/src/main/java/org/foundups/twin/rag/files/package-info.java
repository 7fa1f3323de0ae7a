/// Reads files in which a creator's words come, row by row, whatever their format. The way in is
/// [ImportSource]; a new format is a constant of [FileFormat], a line in [Detection], and a
/// [RowSource].
@NullMarked
package org.foundups.twin.rag.files;

import org.jspecify.annotations.NullMarked;
