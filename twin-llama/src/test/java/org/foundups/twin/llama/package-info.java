@NullMarked
package org.foundups.twin.llama;

import org.jspecify.annotations.NullMarked;
