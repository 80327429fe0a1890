package org.parley.social.report;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored reports. A person reports a post or comment once. */
@Component
class SocialReports {

	private final MongoOperations mongo;

	SocialReports(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Inserts a report.
	 * @throws RefusalException 409 {@code report.open} if the person has reported it
	 */
	void insert(SocialReport report) {
		var same = Criteria.where("targetId").is(report.targetId()).and("reporterId").is(report.reporterId());
		if (this.mongo.exists(new Query(same), SocialReport.class)) {
			throw RefusalException.conflict("report.open", "You already have an open report of this.");
		}
		ContendedUpsert.write(() -> this.mongo.insert(report));
	}

}
