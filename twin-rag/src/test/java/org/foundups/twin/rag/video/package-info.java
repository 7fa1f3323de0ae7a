/// Tests of reading video index files.
@NullMarked
package org.foundups.twin.rag.video;

import org.jspecify.annotations.NullMarked;
