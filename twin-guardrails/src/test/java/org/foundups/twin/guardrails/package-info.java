@NullMarked
package org.foundups.twin.guardrails;

import org.jspecify.annotations.NullMarked;
