package org.parley.webhook.receipt;

/**
 * What a provider is told.
 *
 * @param id of the receipt
 */
record ReceiptAcknowledgement(String id) {
}
