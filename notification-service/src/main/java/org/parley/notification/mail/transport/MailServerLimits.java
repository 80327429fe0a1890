package org.parley.notification.mail.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How many mails a server got within the last minute, from all workers. The latest times
 * are stored, so that no sixty seconds have more mails than the limit.
 */
@Component
public class MailServerLimits {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final MongoOperations mongo;

	private final InstantSource clock;

	MailServerLimits(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Takes one of the mails of a minute.
	 * @return empty if it may be sent, otherwise when the next one may be
	 */
	public Optional<Instant> take(String server, int limit) {
		var now = this.clock.instant();
		var free = new Criteria().orOperator(Criteria.where("sent." + (limit - 1)).exists(false),
				Criteria.where("sent.0").lte(now.minus(MINUTE)));
		var sent = new Update();
		sent.push("sent").slice(-limit).each(now);
		try {
			this.mongo.upsert(new Query(Criteria.where("_id").is(server).andOperator(free)), sent, SentMails.class);
			return Optional.empty();
		}
		catch (DuplicateKeyException ex) {
			return Optional.of(findNext(server, limit).orElse(now));
		}
	}

	private Optional<Instant> findNext(String server, int limit) {
		return Optional.ofNullable(this.mongo.findById(server, SentMails.class))
			.map(SentMails::sent)
			.filter((sent) -> sent.size() >= limit)
			.map((sent) -> sent.get(sent.size() - limit).plus(MINUTE));
	}

	/**
	 * The latest mails of a server.
	 *
	 * @param sent when they were sent, at most as many as its limit, oldest first
	 */
	@Document("mail_server_limits")
	record SentMails(@Id String server, List<Instant> sent) {
	}

}
