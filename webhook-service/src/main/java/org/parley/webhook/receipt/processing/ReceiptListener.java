package org.parley.webhook.receipt.processing;

import org.parley.contracts.webhook.WebhookReceived;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Processes receipts. Repeated events have no effect, since the receipt has a status.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class ReceiptListener {

	private final ProcessReceipt processReceipt;

	ReceiptListener(ProcessReceipt processReceipt) {
		this.processReceipt = processReceipt;
	}

	@EventHandler("webhook.received")
	void on(WebhookReceived event) {
		this.processReceipt.process(event.receiptId());
	}

}
