/** Stores events with the change that they describe, and sends them afterwards. */
@NullMarked
package org.parley.platform.messaging.outbox;

import org.jspecify.annotations.NullMarked;
