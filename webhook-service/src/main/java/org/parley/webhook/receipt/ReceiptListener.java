package org.parley.webhook.receipt;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Hears that something came. The receipt itself knows whether it was processed, so an
 * event that comes twice does no harm.
 */
@Listens(value = "webhooks", repeatable = true)
class ReceiptListener {

	private final Processing processing;

	ReceiptListener(Processing processing) {
		this.processing = processing;
	}

	@Hears("webhook.received")
	void on(Arrived event) {
		this.processing.process(event.receiptId());
	}

	/**
	 * What is heard of a receipt.
	 *
	 * @param receiptId where it is kept
	 */
	record Arrived(String receiptId) {
	}

}
