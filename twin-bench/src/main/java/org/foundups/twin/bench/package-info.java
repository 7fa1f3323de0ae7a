/// Measures speed, of model and search beside an alternative in the same run. Figures are printed
/// with the machine they come from and written as JSON.
@NullMarked
package org.foundups.twin.bench;

import org.jspecify.annotations.NullMarked;
