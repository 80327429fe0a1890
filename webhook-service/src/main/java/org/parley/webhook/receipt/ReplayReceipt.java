package org.parley.webhook.receipt;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Processes a finished receipt again. */
@Component
class ReplayReceipt {

	private final Receipts receipts;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	ReplayReceipt(Receipts receipts, UnitOfWork unitOfWork, ApplicationEventPublisher publisher) {
		this.receipts = receipts;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
	}

	ReceiptView replay(String id) {
		return this.unitOfWork.run(() -> {
			var isReset = this.receipts.reset(id);
			var receipt = this.receipts.find(id).orElseThrow(UnknownReceiptException::new);
			if (!isReset) {
				throw RefusalException.conflict("webhook.not-at-its-end",
						"The receipt is %s. Only processed and failed receipts can be replayed."
							.formatted(receipt.status().word()));
			}
			this.publisher.publishEvent(WebhookReceived.of(receipt));
			return ReceiptView.of(receipt);
		});
	}

}
