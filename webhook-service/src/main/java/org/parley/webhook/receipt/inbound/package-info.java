/** Receives signed webhooks of providers. */
@NullMarked
package org.parley.webhook.receipt.inbound;

import org.jspecify.annotations.NullMarked;
