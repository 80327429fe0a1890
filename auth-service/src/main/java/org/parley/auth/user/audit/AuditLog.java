package org.parley.auth.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads the security audit, newest first. */
@Component
class AuditLog {

	private final MongoOperations mongo;

	AuditLog(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Reads one page.
	 * @throws RefusalException 400 if {@code act} or {@code cursor} is invalid
	 */
	Paged<StoredAuditRecord> page(AuditQuery query) {
		var newest = new NewestFirst(query);
		return newest.page(this.mongo.find(newest.of(filter(query)), StoredAuditRecord.class, "audit"),
				StoredAuditRecord::id);
	}

	private static Query filter(AuditQuery query) {
		var filter = new Query();
		if (query.user() != null) {
			filter.addCriteria(Criteria.where("userId").is(query.user()));
		}
		if (query.act() != null) {
			var act = AuditAction.of(query.act())
				.orElseThrow(() -> RefusalException.field("act", "audit.act", "is not an audit action"));
			filter.addCriteria(Criteria.where("act").is(act.name()));
		}
		return filter;
	}

	/** An audit record as read; another version of this service may know its action. */
	record StoredAuditRecord(@Id String id, Instant at, String act, @Nullable String userId, @Nullable String by,
			@Nullable String detail, @Nullable String address, @Nullable String correlationId) {

		/** Whether another authenticated user acted on the account. */
		boolean isByOthers() {
			return this.by != null && !this.by.equals(this.userId);
		}

	}

}
