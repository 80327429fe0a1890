package org.parley.webhook.receipt.processing;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;

import org.springframework.core.annotation.Order;

/** Fails on {@code test.fails}, with a secret in its message. */
@Order(0)
public class FailingHandler implements ReceiptHandler {

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		if (receipt.isLarge()) {
			return Optional.empty();
		}
		var body = new String(Objects.requireNonNull(receipt.body()).getData(), StandardCharsets.UTF_8);
		if (body.contains("test.fails")) {
			throw new IllegalStateException("a secret of the payload");
		}
		return Optional.empty();
	}

}
