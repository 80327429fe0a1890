package org.parley.chat.message.report;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored reports. A person reports a message once. */
@Component
class MessageReports implements InitializingBean {

	private final MongoOperations mongo;

	private final ApplicationEventPublisher publisher;

	MessageReports(MongoOperations mongo, ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.publisher = publisher;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(MessageReport.class)
			.createIndex(new Index("messageId", Direction.ASC).on("reporterId", Direction.ASC).unique());
	}

	/**
	 * Inserts a report with its event, in a transaction.
	 * @throws ProblemException 409 {@code report.open} if the person has reported the
	 * message
	 */
	void insert(MessageReport report, MessageReported event) {
		var same = Criteria.where("messageId").is(report.messageId()).and("reporterId").is(report.reporterId());
		if (this.mongo.exists(new Query(same), MessageReport.class)) {
			throw alreadyReported();
		}
		try {
			this.mongo.insert(report);
			this.publisher.publishEvent(event);
		}
		catch (DuplicateKeyException ex) {
			throw alreadyReported();
		}
	}

	private static ProblemException alreadyReported() {
		return ProblemException.conflict("report.open", "You already have an open report of this message.");
	}

}
