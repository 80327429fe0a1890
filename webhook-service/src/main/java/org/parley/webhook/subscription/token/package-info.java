/** Disables subscriptions with the tokens and apps that manage them. */
@NullMarked
package org.parley.webhook.subscription.token;

import org.jspecify.annotations.NullMarked;
