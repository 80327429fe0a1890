package org.parley.auth.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/** A record as it is read: its act may be one that only another version knows. */
record StoredAuditRecord(@Id String id, Instant at, String act, @Nullable String userId, @Nullable String by,
		@Nullable String detail, @Nullable String address, @Nullable String correlationId) {

	/** Whether somebody else, who was signed in, did it to the account. */
	boolean isByOthers() {
		return this.by != null && !this.by.equals(this.userId);
	}

}
