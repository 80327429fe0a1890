/** Application events about subscriptions. */
@NullMarked
package org.parley.webhook.subscription.event;

import org.jspecify.annotations.NullMarked;
