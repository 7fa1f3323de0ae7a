/// Tests of the memory.
@NullMarked
package org.foundups.twin.rag;

import org.jspecify.annotations.NullMarked;
