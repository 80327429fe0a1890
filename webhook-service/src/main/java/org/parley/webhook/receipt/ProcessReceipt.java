package org.parley.webhook.receipt;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.platform.events.inbox.PoisonEventException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Processes a receipt once: what its handler changes and that it was processed are one
 * transaction. How often it was tried is seen at once, whatever becomes of that.
 */
@Component
class ProcessReceipt {

	private final Receipts receipts;

	private final List<ReceiptHandler> handlers;

	private final UnitOfWork work;

	private final InstantSource clock;

	ProcessReceipt(Receipts receipts, ObjectProvider<ReceiptHandler> handlers, UnitOfWork work, InstantSource clock) {
		this.receipts = receipts;
		this.handlers = handlers.orderedStream().toList();
		this.work = work;
		this.clock = clock;
	}

	/** Processes it, unless that was done or it is gone. */
	void process(String id) {
		var receipt = this.receipts.begin(id);
		if (receipt.isPresent()) {
			process(receipt.get());
		}
	}

	private void process(Receipt receipt) {
		try {
			this.work.run(() -> finish(receipt));
		}
		catch (OvertakenException ex) {
			return;
		}
		catch (RuntimeException ex) {
			this.receipts.failed(receipt.id(), reason(ex), this.clock.instant());
			throw ex;
		}
	}

	private ReceiptNote finish(Receipt receipt) {
		var noted = this.handlers.stream()
			.map((handler) -> handler.handle(receipt))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow();
		if (!this.receipts.processed(receipt.id(), noted, this.clock.instant())) {
			throw new OvertakenException();
		}
		return noted;
	}

	/** Our own words only: what others throw may repeat the payload. */
	private static String reason(RuntimeException failure) {
		return (failure instanceof PoisonEventException) ? String.valueOf(failure.getMessage())
				: failure.getClass().getSimpleName();
	}

	/** Takes back what the handler changed: another worker has finished meanwhile. */
	private static final class OvertakenException extends RuntimeException {

	}

}
