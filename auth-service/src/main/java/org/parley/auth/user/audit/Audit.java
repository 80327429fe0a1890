package org.parley.auth.user.audit;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.CorrelationFilter;
import org.parley.platform.web.Ids;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Keeps the security audit. Within a transaction the record is part of it. */
@Component
public class Audit {

	private final MongoOperations mongo;

	private final InstantSource clock;

	Audit(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Somebody did it to their own account. */
	public void record(AuditAction auditAction, String userId, @Nullable String detail, ClientDevice clientDevice) {
		record(auditAction, userId, userId, detail, clientDevice);
	}

	/** Nobody we know did it, to an account that we may know. */
	public void recordOfStranger(AuditAction auditAction, @Nullable String userId, ClientDevice clientDevice) {
		record(auditAction, userId, null, null, clientDevice);
	}

	/**
	 * The clock, or a decision made in another service, did it to an account, or to all.
	 */
	public void recordWithoutRequest(AuditAction auditAction, @Nullable String userId, @Nullable String by,
			@Nullable String detail) {
		insert(auditAction, userId, by, detail, null);
	}

	/** Somebody did it to an account. */
	public void record(AuditAction auditAction, @Nullable String userId, @Nullable String by, @Nullable String detail,
			ClientDevice clientDevice) {
		insert(auditAction, userId, by, detail, clientDevice.address());
	}

	private void insert(AuditAction auditAction, @Nullable String userId, @Nullable String by, @Nullable String detail,
			@Nullable String address) {
		this.mongo.insert(new AuditRecord(Ids.next(), this.clock.instant(), auditAction, userId, by, detail, address,
				CorrelationFilter.current()));
	}

}
