/// Screen and Guard: ordered lists of small pure rules over one normalised reading of a text. Knows
/// no network, no clock and no model; the public face is [Guardrails] and its two settings records.
@NullMarked
package org.foundups.twin.guardrails;

import org.jspecify.annotations.NullMarked;
