/** The owners of subscriptions, as far as events tell. */
@NullMarked
package org.parley.webhook.owner;

import org.jspecify.annotations.NullMarked;
