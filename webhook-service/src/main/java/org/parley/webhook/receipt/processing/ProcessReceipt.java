package org.parley.webhook.receipt.processing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.Receipts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Processes a receipt once. The changes of its handler and its new status are one
 * transaction; the number of attempts is stored before it.
 */
@Component
class ProcessReceipt {

	private final Receipts receipts;

	private final List<ReceiptHandler> handlers;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ProcessReceipt(Receipts receipts, ObjectProvider<ReceiptHandler> handlers, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.receipts = receipts;
		this.handlers = handlers.orderedStream().toList();
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/** Processes a receipt unless it was processed or removed. */
	void process(String id) {
		var receipt = this.receipts.claim(id);
		if (receipt.isPresent()) {
			process(receipt.get());
		}
	}

	private void process(Receipt receipt) {
		try {
			this.unitOfWork.run(() -> handle(receipt));
		}
		catch (AlreadyProcessedException ex) {
			return;
		}
		catch (RuntimeException ex) {
			this.receipts.markFailed(receipt.id(), reason(ex), this.clock.instant());
			throw ex;
		}
	}

	private void handle(Receipt receipt) {
		var note = this.handlers.stream()
			.map((handler) -> handler.handle(receipt))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow();
		if (!this.receipts.markProcessed(receipt, note, this.clock.instant())) {
			throw new AlreadyProcessedException();
		}
	}

	/** Messages of other exceptions may contain the payload. */
	private static String reason(RuntimeException failure) {
		return (failure instanceof PoisonEventException) ? String.valueOf(failure.getMessage())
				: failure.getClass().getSimpleName();
	}

	/** Rolls back the handler, since another worker has processed the receipt. */
	private static final class AlreadyProcessedException extends RuntimeException {

	}

}
