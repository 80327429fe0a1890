/** Sealed signing secrets of subscriptions. */
@NullMarked
package org.parley.webhook.subscription.secret;

import org.jspecify.annotations.NullMarked;
