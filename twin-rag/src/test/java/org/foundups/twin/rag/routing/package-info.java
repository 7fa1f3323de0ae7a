/// Tests of routing.
@NullMarked
package org.foundups.twin.rag.routing;

import org.jspecify.annotations.NullMarked;
