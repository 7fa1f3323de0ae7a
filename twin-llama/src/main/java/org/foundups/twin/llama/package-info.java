/// llama.cpp in a process of its own: loads a model through the foreign-function API and answers
/// the OpenAI chat protocol on loopback. Depends on nothing of ours. Native code can end the
/// process at any time, which is why it has one to itself.
@NullMarked
package org.foundups.twin.llama;

import org.jspecify.annotations.NullMarked;
