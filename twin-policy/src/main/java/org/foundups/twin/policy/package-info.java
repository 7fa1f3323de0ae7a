/// Says whether a target deserves words, and decides what becomes of it, when, and why. Closed by
/// default: every doubt is a hold. Uses twin-core only.
@NullMarked
package org.foundups.twin.policy;

import org.jspecify.annotations.NullMarked;
