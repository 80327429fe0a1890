package org.parley.webhook.receipt.inbound;

/**
 * The response to a provider.
 *
 * @param id of the receipt
 */
record ReceiptAcknowledgement(String id) {
}
