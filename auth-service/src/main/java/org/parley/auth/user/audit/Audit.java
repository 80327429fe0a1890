package org.parley.auth.user.audit;

import java.time.InstantSource;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.audit.AdministratorActed;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Writes the security audit. Records are part of the caller's transaction, if any. */
@Component
public class Audit {

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	Audit(MongoOperations mongo, UnitOfWork unitOfWork, InstantSource clock) {
		this.mongo = mongo;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/** Records an action of a user on the own account. */
	public void record(AuditAction auditAction, String userId, @Nullable String detail, ClientDevice clientDevice) {
		record(auditAction, userId, userId, detail, clientDevice);
	}

	/**
	 * Records that a client has failed to prove that it is the user. The record stays
	 * when the transaction of the refused request is rolled back.
	 */
	public void recordRefusal(AuditAction auditAction, String userId, ClientDevice clientDevice) {
		this.unitOfWork
			.outside(() -> this.mongo.insert(newRecord(auditAction, userId, null, null, clientDevice.address())));
	}

	/** Records an action of an unauthenticated client on an account, if it exists. */
	public void recordAnonymous(AuditAction auditAction, @Nullable String userId, ClientDevice clientDevice) {
		record(auditAction, userId, null, null, clientDevice);
	}

	/** Records an action of a job or of another service. */
	public void recordWithoutRequest(AuditAction auditAction, @Nullable String userId, @Nullable String by,
			@Nullable String detail) {
		insert(auditAction, userId, by, detail, null);
	}

	/** Records the same action of a job or of another service on several accounts. */
	public void recordAllWithoutRequest(AuditAction auditAction, Collection<String> userIds, @Nullable String by) {
		this.mongo.insertAll(userIds.stream().map((userId) -> newRecord(auditAction, userId, by, null, null)).toList());
	}

	/** Records an action on an account. */
	public void record(AuditAction auditAction, @Nullable String userId, @Nullable String by, @Nullable String detail,
			ClientDevice clientDevice) {
		insert(auditAction, userId, by, detail, clientDevice.address());
	}

	/**
	 * Records an act that a service has reported. It has the place of its time among the
	 * records, because the id of the event is as old. An act without an affected person
	 * belongs to the account of the acting one.
	 */
	void record(AdministratorActed acted, EventEnvelope event) {
		var userId = (acted.userId() != null) ? acted.userId() : acted.by();
		this.mongo.insert(new AuditRecord(event.id(), acted.at(), AuditAction.nameOf(acted.act()), userId, acted.by(),
				acted.detail(), null, event.correlationid()));
	}

	private void insert(AuditAction auditAction, @Nullable String userId, @Nullable String by, @Nullable String detail,
			@Nullable String address) {
		this.mongo.insert(newRecord(auditAction, userId, by, detail, address));
	}

	private AuditRecord newRecord(AuditAction auditAction, @Nullable String userId, @Nullable String by,
			@Nullable String detail, @Nullable String address) {
		var origin = RequestOrigin.current();
		return new AuditRecord(Ids.next(), this.clock.instant(), auditAction.name(), userId, by, detail, address,
				(origin != null) ? origin.correlationId() : null);
	}

}
