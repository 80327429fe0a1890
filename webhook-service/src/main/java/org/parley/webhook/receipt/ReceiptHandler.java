package org.parley.webhook.receipt;

import java.util.Optional;

/**
 * Knows what to do about events of some kind. Handlers are asked in their order; the
 * first that knows the receipt handles it, in the transaction that marks it as processed.
 */
@FunctionalInterface
interface ReceiptHandler {

	/**
	 * Handles a receipt, if it is of its kind. It is tried three times, then put aside; a
	 * {@link org.parley.platform.events.inbox.PoisonEventException} puts it aside at
	 * once.
	 */
	Optional<ReceiptNote> handle(Receipt receipt);

}
