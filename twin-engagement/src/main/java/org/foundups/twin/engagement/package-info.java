/// Remembers what was seen and decided, and what stands in the way of another comment: targets,
/// considerations, cooldowns, the emergency stop. Uses twin-core only.
@NullMarked
package org.foundups.twin.engagement;

import org.jspecify.annotations.NullMarked;
