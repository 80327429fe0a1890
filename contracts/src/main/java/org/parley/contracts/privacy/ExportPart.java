package org.parley.contracts.privacy;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;

/**
 * A part of a person's export, encrypted for auth-service.
 *
 * @param number the number of the part, from 1
 * @param content the encrypted part; null in the last one, which ends the export
 */
@Publishes("export.part")
public record ExportPart(String exportId, String userId, int number,
		@OptionalValue @Nullable SealedEventSecret content) implements ParleyEvent {

	@Override
	public String subject() {
		return this.exportId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
