@NullMarked
package org.foundups.twin.policy;

import org.jspecify.annotations.NullMarked;
