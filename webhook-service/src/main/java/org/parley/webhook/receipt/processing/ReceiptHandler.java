package org.parley.webhook.receipt.processing;

import java.util.Optional;

import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;

/**
 * Handles receipts of some kind. Handlers are called in their order until one handles the
 * receipt, in the transaction that marks it as processed.
 */
@FunctionalInterface
interface ReceiptHandler {

	/**
	 * Handles a receipt, or returns empty. After three failures the event moves to the
	 * dead-letter queue; after a
	 * {@link org.parley.platform.messaging.inbox.PoisonEventException} at once.
	 */
	Optional<ReceiptNote> handle(Receipt receipt);

}
