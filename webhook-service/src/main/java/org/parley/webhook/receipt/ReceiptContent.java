package org.parley.webhook.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.webhook.payload.PayloadMasker;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt with its payload.
 *
 * @param payload masked payload; null if it is not JSON
 */
record ReceiptContent(@JsonUnwrapped ReceiptView receipt, @Nullable JsonNode payload) {

	static ReceiptContent of(Receipt receipt, JsonMapper json) {
		return new ReceiptContent(ReceiptView.of(receipt), payload(receipt, json));
	}

	private static @Nullable JsonNode payload(Receipt receipt, JsonMapper json) {
		var body = receipt.body();
		try {
			return (body != null && body.length() > 0) ? PayloadMasker.mask(json.readTree(body.getData())) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
