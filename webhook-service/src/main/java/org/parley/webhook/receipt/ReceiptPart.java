package org.parley.webhook.receipt;

import java.time.Instant;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of a large body, which would exceed the size of a document.
 *
 * @param id of the receipt, and the number of the part
 * @param until when it is deleted together with its receipt
 */
@Document(ReceiptPart.COLLECTION)
record ReceiptPart(@Id String id, Binary bytes,
		@Indexed(expireAfter = "90d", useGeneratedName = true) Instant receivedAt,
		@Indexed(expireAfter = "0s", useGeneratedName = true) @Nullable Instant until) {

	static final String COLLECTION = "receipt_parts";

	/** The size of all parts but the last. */
	static final int SIZE = 4 * 1024 * 1024;

	static String id(Receipt receipt, int number) {
		return receipt.id() + "-" + number;
	}

}
