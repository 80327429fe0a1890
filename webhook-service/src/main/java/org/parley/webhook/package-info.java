/** Inbound webhooks of providers and outbound webhooks to subscribers. */
@NullMarked
package org.parley.webhook;

import org.jspecify.annotations.NullMarked;
