package org.parley.webhook.receipt;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptStatusTests {

	@Test
	void receiptIsReceivedThenProcessed() {
		assertThat(ReceiptStatus.PROCESSING.previous()).containsExactlyInAnyOrder(ReceiptStatus.RECEIVED,
				ReceiptStatus.PROCESSING, ReceiptStatus.FAILED);
		assertThat(ReceiptStatus.PROCESSED.previous()).containsExactly(ReceiptStatus.PROCESSING);
		assertThat(ReceiptStatus.FAILED.previous()).containsExactly(ReceiptStatus.PROCESSING);
	}

	@Test
	void onlyFinishedReceiptCanBeReplayed() {
		assertThat(ReceiptStatus.RECEIVED.previous()).containsExactlyInAnyOrder(ReceiptStatus.PROCESSED,
				ReceiptStatus.FAILED);
	}

	@Test
	void refusedReceiptIsFinal() {
		assertThat(ReceiptStatus.REFUSED.previous()).isEmpty();
	}

}
