/// Long work: shown, paused, cancelled, and taken up again after a restart.
@NullMarked
package org.foundups.twin.api.jobs;

import org.jspecify.annotations.NullMarked;
