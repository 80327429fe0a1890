/** Webhook subscriptions, which administrators manage. */
@NullMarked
package org.parley.webhook.subscription;

import org.jspecify.annotations.NullMarked;
