/// Tests of reading files.
@NullMarked
package org.foundups.twin.rag.files;

import org.jspecify.annotations.NullMarked;
