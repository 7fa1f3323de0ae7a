/// The embedded PostgreSQL: durable, loopback only, behind a password, restarted when it dies.
@NullMarked
package org.foundups.twin.api.database;

import org.jspecify.annotations.NullMarked;
