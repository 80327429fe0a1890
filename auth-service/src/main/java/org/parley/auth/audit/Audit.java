package org.parley.auth.audit;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
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
	public void record(Act act, String userId, @Nullable String detail, Client client) {
		record(act, userId, userId, detail, client);
	}

	/** Nobody we know did it, to an account that we may know. */
	public void recordOfStranger(Act act, @Nullable String userId, Client client) {
		record(act, userId, null, null, client);
	}

	/**
	 * The clock, or a decision made in another service, did it to an account, or to all.
	 */
	public void recordWithoutRequest(Act act, @Nullable String userId, @Nullable String by, @Nullable String detail) {
		insert(act, userId, by, detail, null);
	}

	/** Somebody did it to an account. */
	public void record(Act act, @Nullable String userId, @Nullable String by, @Nullable String detail, Client client) {
		insert(act, userId, by, detail, client.address());
	}

	private void insert(Act act, @Nullable String userId, @Nullable String by, @Nullable String detail,
			@Nullable String address) {
		this.mongo.insert(new AuditRecord(Ids.next(), this.clock.instant(), act, userId, by, detail, address,
				CorrelationFilter.current()));
	}

}
