package org.parley.social.report;

import java.time.Instant;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored reports. A person has at most one open report of the same version of a post
 * or comment.
 */
@Component
class SocialReports {

	private static final String DECIDED = "decidedAt";

	private final MongoOperations mongo;

	SocialReports(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Inserts a report.
	 * @throws RefusalException 409 {@code report.open} if the person has an open report
	 * of this version
	 */
	void insert(SocialReport report) {
		var same = open(report.targetId()).and("reporterId")
			.is(report.reporterId())
			.and("version")
			.is(report.version());
		if (this.mongo.exists(new Query(same), SocialReport.class)) {
			throw RefusalException.conflict("report.open", "You already have an open report of this.");
		}
		ContendedUpsert.write(() -> this.mongo.insert(report));
	}

	/**
	 * Notes a decision: it answers the reports that were made before.
	 * @return those reports, as they were before
	 */
	List<SocialReport> close(String targetId, Instant decidedAt) {
		var answered = new Query(open(targetId).and("createdAt").lte(decidedAt));
		var reports = this.mongo.find(answered, SocialReport.class);
		this.mongo.updateMulti(answered, Update.update(DECIDED, decidedAt), SocialReport.class);
		return reports;
	}

	private static Criteria open(String targetId) {
		return Criteria.where("targetId").is(targetId).and(DECIDED).is(null);
	}

}
