/** Webhooks in both directions: receipts, subscriptions and deliveries. */
@NullMarked
package org.parley.webhook;

import org.jspecify.annotations.NullMarked;
