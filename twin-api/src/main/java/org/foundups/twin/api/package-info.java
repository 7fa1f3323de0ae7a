/// The service: REST calls, views, wiring. The only place that sees every module.
@NullMarked
package org.foundups.twin.api;

import org.jspecify.annotations.NullMarked;
