/// The command line: every verb of `./twin` that is no business of the launcher. It talks to the
/// service over REST like any other caller, and to the stores of models and libraries on this
/// machine. It uses no framework, because it has to answer at once.
@NullMarked
package org.foundups.twin.cli;

import org.jspecify.annotations.NullMarked;
