package org.parley.webhook.receipt;

import org.jspecify.annotations.Nullable;

/**
 * The result of handling a receipt.
 *
 * @param type type of the event; null if unknown
 * @param summary beginning of the masked payload
 */
public record ReceiptNote(@Nullable String type, String summary) {
}
