package org.parley.contracts.privacy;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A person has requested an export of the personal data.
 *
 * @param requestedAt when the export was requested
 */
@Publishes("export.requested")
public record ExportRequested(String exportId, String userId, Instant requestedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.exportId;
	}

	@Override
	public String partitionKey() {
		return this.userId;
	}

}
