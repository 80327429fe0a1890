/** Deliveries of webhook messages to subscribers. */
@NullMarked
package org.parley.webhook.delivery;

import org.jspecify.annotations.NullMarked;
