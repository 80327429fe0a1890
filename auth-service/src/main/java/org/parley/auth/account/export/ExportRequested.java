package org.parley.auth.account.export;

import java.time.Instant;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person wants a copy of all that is kept of them.
 *
 * @param exportId which copy
 * @param userId of whom
 * @param requestedAt when
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
