/** Ends the deliveries of subscriptions that were stopped or removed. */
@NullMarked
package org.parley.webhook.delivery.ending;

import org.jspecify.annotations.NullMarked;
