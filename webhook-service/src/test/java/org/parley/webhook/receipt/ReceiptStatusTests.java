package org.parley.webhook.receipt;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptStatusTests {

	@Test
	void goesItsWay() {
		assertThat(ReceiptStatus.PROCESSING.before()).containsExactlyInAnyOrder(ReceiptStatus.RECEIVED,
				ReceiptStatus.PROCESSING, ReceiptStatus.FAILED);
		assertThat(ReceiptStatus.PROCESSED.before()).containsExactly(ReceiptStatus.PROCESSING);
		assertThat(ReceiptStatus.FAILED.before()).containsExactly(ReceiptStatus.PROCESSING);
	}

	@Test
	void beginsAgainFromItsEndsOnly() {
		assertThat(ReceiptStatus.RECEIVED.before()).containsExactlyInAnyOrder(ReceiptStatus.PROCESSED,
				ReceiptStatus.FAILED);
	}

	@Test
	void whatWasRefusedStaysSo() {
		assertThat(ReceiptStatus.REFUSED.before()).isEmpty();
	}

}
