/** Handles the deliveries of a queue: retries, dead letters and outages. */
@NullMarked
package org.parley.platform.messaging.inbox.delivery;

import org.jspecify.annotations.NullMarked;
