package org.parley.webhook.receipt;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Hears that something came. The receipt itself knows whether it was processed, so an
 * event that comes twice does no harm.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class ReceiptListener {

	private final ProcessReceipt processReceipt;

	ReceiptListener(ProcessReceipt processReceipt) {
		this.processReceipt = processReceipt;
	}

	@EventHandler("webhook.received")
	void on(Arrived event) {
		this.processReceipt.process(event.receiptId());
	}

	/**
	 * What is heard of a receipt.
	 *
	 * @param receiptId where it is kept
	 */
	record Arrived(String receiptId) {
	}

}
