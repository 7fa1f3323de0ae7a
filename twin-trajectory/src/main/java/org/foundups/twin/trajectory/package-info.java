/// The record of everything the twin considered: events in the database, JSONL files for training,
/// readers. Uses twin-core only.
@NullMarked
package org.foundups.twin.trajectory;

import org.jspecify.annotations.NullMarked;
