package org.parley.webhook.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import org.springframework.core.annotation.Order;

/** Cannot handle what is called so, and says a secret about it. */
@Order(0)
public class FailingHandler implements ReceiptHandler {

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		var body = new String(Objects.requireNonNull(receipt.body()).getData(), StandardCharsets.UTF_8);
		if (body.contains("test.fails")) {
			throw new IllegalStateException("a secret of the payload");
		}
		return Optional.empty();
	}

}
