package org.parley.contracts.account;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A newcomer awaits the approval of an administrator. Their name stays unknown until
 * then.
 */
@Publishes("approval.requested")
public record ApprovalRequested(String userId, Instant requestedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.userId;
	}

}
