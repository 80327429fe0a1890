package org.parley.auth.account.export;

import java.time.Instant;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A user has requested an export of the personal data.
 *
 * @param exportId the export
 * @param userId the user
 * @param requestedAt when the export was requested
 */
@Publishes("export.requested")
record ExportRequested(String exportId, String userId, Instant requestedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.exportId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
