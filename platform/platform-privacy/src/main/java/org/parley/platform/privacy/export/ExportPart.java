package org.parley.platform.privacy.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.platform.messaging.secret.SealedEventSecret;

/**
 * A part of a person's export, encrypted for auth-service.
 *
 * @param exportId the id of the export
 * @param userId the id of the person
 * @param number of the part, from 1
 * @param content the encrypted part; absent in the last one, which ends the export
 */
@Publishes("export.part")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportPart(String exportId, String userId, int number,
		@Nullable SealedEventSecret content) implements ParleyEvent {

	@Override
	public String subject() {
		return this.exportId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
