package org.parley.webhook.receipt.inbound;

/** The response to a provider. */
record ReceiptAcknowledgement(String id) {
}
