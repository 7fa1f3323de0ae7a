@NullMarked
package org.foundups.twin.core;

import org.jspecify.annotations.NullMarked;
