/// Decides where an index item goes: the creator's own voice to the twin's memory, music and video
/// material to their pipelines, every doubt to a person. Rules only: nothing is read or stored
/// here.
@NullMarked
package org.foundups.twin.rag.routing;

import org.jspecify.annotations.NullMarked;
