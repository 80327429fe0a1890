/** Tests of subscriptions. */
@NullMarked
package org.parley.webhook.subscription;

import org.jspecify.annotations.NullMarked;
