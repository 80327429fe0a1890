/** Sends due deliveries to their endpoints. */
@NullMarked
package org.parley.webhook.delivery.sending;

import org.jspecify.annotations.NullMarked;
