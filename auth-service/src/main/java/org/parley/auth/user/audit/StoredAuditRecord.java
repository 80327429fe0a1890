package org.parley.auth.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/** An audit record as read; another version of this service may know its action. */
record StoredAuditRecord(@Id String id, Instant at, String act, @Nullable String userId, @Nullable String by,
		@Nullable String detail, @Nullable String address, @Nullable String correlationId) {

	/** Whether another authenticated user acted on the account. */
	boolean isByOthers() {
		return this.by != null && !this.by.equals(this.userId);
	}

}
