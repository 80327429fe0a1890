/** Sends the events of the outbox to the broker. */
@NullMarked
package org.parley.platform.messaging.outbox.relay;

import org.jspecify.annotations.NullMarked;
