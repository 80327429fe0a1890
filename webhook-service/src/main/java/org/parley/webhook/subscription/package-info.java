/** Webhook subscriptions of people and administrators. */
@NullMarked
package org.parley.webhook.subscription;

import org.jspecify.annotations.NullMarked;
