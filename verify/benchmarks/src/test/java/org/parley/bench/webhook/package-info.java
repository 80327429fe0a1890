/** Deliveries of webhooks that are due at once. */
@NullMarked
package org.parley.bench.webhook;

import org.jspecify.annotations.NullMarked;
