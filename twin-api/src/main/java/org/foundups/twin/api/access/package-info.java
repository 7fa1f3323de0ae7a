/// Who may call what, how often, and twice without doing it twice: API keys, scopes, rate limits,
/// idempotency keys.
@NullMarked
package org.foundups.twin.api.access;

import org.jspecify.annotations.NullMarked;
