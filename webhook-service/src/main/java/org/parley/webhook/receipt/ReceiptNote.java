package org.parley.webhook.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What was read in a receipt.
 *
 * @param type what kind of event it is, if it says so
 * @param summary the beginning of it, without its secrets
 */
record ReceiptNote(@Nullable String type, String summary) {
}
