/// The service as its callers see it, on a real database, a real index and real embeddings.
@NullMarked
package org.foundups.twin.api;

import org.jspecify.annotations.NullMarked;
