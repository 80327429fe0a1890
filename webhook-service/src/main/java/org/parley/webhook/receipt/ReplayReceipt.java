package org.parley.webhook.receipt;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.webhook.WebhookReceived;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Processes a finished receipt again, for an administrator. */
@Component
class ReplayReceipt {

	private final Receipts receipts;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final AdministratorActs acts;

	ReplayReceipt(Receipts receipts, UnitOfWork unitOfWork, ApplicationEventPublisher publisher,
			AdministratorActs acts) {
		this.receipts = receipts;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.acts = acts;
	}

	ReceiptView replay(String id, String by) {
		return this.unitOfWork.run(() -> {
			var isReset = this.receipts.reset(id);
			var receipt = this.receipts.find(id).orElseThrow(UnknownReceiptException::new);
			if (!isReset) {
				throw RefusalException.conflict("webhook.not-at-its-end",
						"The receipt is %s. Only processed and failed receipts can be replayed."
							.formatted(receipt.status().word()));
			}
			this.publisher.publishEvent(new WebhookReceived(receipt.id(), receipt.provider(), receipt.receivedAt()));
			this.acts.record(AdministratorAct.RECEIPT_REPLAYED, by, id);
			return ReceiptView.of(receipt);
		});
	}

}
