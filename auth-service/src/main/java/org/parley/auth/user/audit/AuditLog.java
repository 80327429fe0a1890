package org.parley.auth.user.audit;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.Paged;

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
	Paged<AuditRecord> page(AuditQuery query) {
		var newest = new NewestFirst(query);
		return newest.page(this.mongo.find(newest.of(filter(query)), AuditRecord.class), AuditRecord::id);
	}

	private static Query filter(AuditQuery query) {
		var filter = new Query();
		if (query.user() != null) {
			filter.addCriteria(Criteria.where("userId").is(query.user()));
		}
		if (query.act() != null) {
			var act = AuditAction.known(query.act())
				.orElseThrow(() -> RefusalException.field("act", "audit.act", "is not an audit action"));
			filter.addCriteria(Criteria.where("act").is(act));
		}
		return filter;
	}

}
