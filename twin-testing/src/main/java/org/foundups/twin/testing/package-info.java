/// Settable clock, fixtures that speak, fakes that behave, and one contract test per port. For
/// tests only.
@NullMarked
package org.foundups.twin.testing;

import org.jspecify.annotations.NullMarked;
