/** Consumes the events of other services at least once and applies them exactly once. */
@NullMarked
package org.parley.platform.messaging.inbox;

import org.jspecify.annotations.NullMarked;
