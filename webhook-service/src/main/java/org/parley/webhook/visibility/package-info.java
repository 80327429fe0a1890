/** What the owners of subscriptions may read. */
@NullMarked
package org.parley.webhook.visibility;

import org.jspecify.annotations.NullMarked;
