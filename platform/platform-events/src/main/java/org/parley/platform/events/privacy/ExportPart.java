package org.parley.platform.events.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * What a service keeps of a person, in pieces that only auth-service opens.
 *
 * @param exportId for which copy
 * @param userId of whom
 * @param number of the piece, from 1
 * @param content the piece; absent in the last, which says that there are no more
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
