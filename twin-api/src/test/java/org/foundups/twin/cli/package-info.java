@NullMarked
package org.foundups.twin.cli;

import org.jspecify.annotations.NullMarked;
