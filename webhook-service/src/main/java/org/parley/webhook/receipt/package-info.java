/** Receipts of inbound webhooks and their log. */
@NullMarked
package org.parley.webhook.receipt;

import org.jspecify.annotations.NullMarked;
