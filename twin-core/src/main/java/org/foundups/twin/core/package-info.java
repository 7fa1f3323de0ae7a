/// The nouns of the twin, the ports its stages implement, and [Twin], which puts them in order.
/// Plain Java: no framework, no JSON, no input or output, no clock but the one passed in.
@NullMarked
package org.foundups.twin.core;

import org.jspecify.annotations.NullMarked;
