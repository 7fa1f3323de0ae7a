/// Writes drafts on a language model: the prompt, the client for any OpenAI-compatible server, the
/// store of model files, and the supervision of the embedded engine. Uses twin-core only; text from
/// outside is data in every line of it.
@NullMarked
package org.foundups.twin.drafter;

import org.jspecify.annotations.NullMarked;
