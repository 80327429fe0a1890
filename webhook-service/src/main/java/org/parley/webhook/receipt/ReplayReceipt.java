package org.parley.webhook.receipt;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a receipt be processed again. */
@Component
class ReplayReceipt {

	private final Receipts receipts;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	ReplayReceipt(Receipts receipts, UnitOfWork work, ApplicationEventPublisher publisher) {
		this.receipts = receipts;
		this.work = work;
		this.publisher = publisher;
	}

	ReceiptView replay(String id) {
		return this.work.run(() -> {
			if (!this.receipts.again(id)) {
				var receipt = this.receipts.find(id).orElseThrow(UnknownReceiptException::new);
				throw ProblemException.conflict("webhook.not-at-its-end",
						"This receipt is %s: only one that was processed or has failed can be replayed."
							.formatted(receipt.status().word()));
			}
			var receipt = this.receipts.find(id).orElseThrow(UnknownReceiptException::new);
			this.publisher.publishEvent(WebhookReceived.of(receipt));
			return ReceiptView.of(receipt);
		});
	}

}
