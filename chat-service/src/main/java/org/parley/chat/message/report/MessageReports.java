package org.parley.chat.message.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;
import org.parley.contracts.chat.MessageReported;
import org.parley.platform.domain.RefusalException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored reports. A person has at most one open report of the same text. */
@Component
public class MessageReports {

	private static final String MESSAGE = "messageId";

	private static final String DECIDED = "decidedAt";

	private final MongoOperations mongo;

	private final ApplicationEventPublisher publisher;

	MessageReports(MongoOperations mongo, ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.publisher = publisher;
	}

	/**
	 * Inserts a report with its event, in a transaction.
	 * @throws RefusalException 409 {@code report.open} if the person has an open report
	 * of this text
	 */
	void insert(MessageReport report, MessageReported event) {
		var same = open(Criteria.where(MESSAGE).is(report.messageId())).and("reporterId")
			.is(report.reporterId())
			.and("textVersion")
			.is(report.textVersion());
		if (this.mongo.exists(new Query(same), MessageReport.class)) {
			throw alreadyOpen();
		}
		try {
			this.mongo.insert(report);
			this.publisher.publishEvent(event);
		}
		catch (DuplicateKeyException ex) {
			throw alreadyOpen();
		}
	}

	/** Returns the given messages about which moderators have not decided. */
	public Set<String> openAmong(Collection<String> messageIds) {
		if (messageIds.isEmpty()) {
			return Set.of();
		}
		var open = new Query(open(Criteria.where(MESSAGE).in(messageIds)));
		open.fields().include(MESSAGE);
		return this.mongo.find(open, Document.class, "reports")
			.stream()
			.map((report) -> report.getString(MESSAGE))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Notes a decision about a message: it answers the reports that were made before.
	 * @return those reports, as they were before
	 */
	List<MessageReport> close(String messageId, Instant decidedAt) {
		var answered = new Query(open(Criteria.where(MESSAGE).is(messageId)).and("createdAt").lte(decidedAt));
		var reports = this.mongo.find(answered, MessageReport.class);
		this.mongo.updateMulti(answered, Update.update(DECIDED, decidedAt), MessageReport.class);
		return reports;
	}

	/** Removes all reports of some messages. */
	public void removeOf(Collection<String> messageIds) {
		this.mongo.remove(new Query(Criteria.where(MESSAGE).in(messageIds)), MessageReport.class);
	}

	private static Criteria open(Criteria reports) {
		return reports.and(DECIDED).is(null);
	}

	private static RefusalException alreadyOpen() {
		return RefusalException.conflict("report.open", "You already have an open report of this message.");
	}

}
