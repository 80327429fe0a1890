package org.parley.notification.mail.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.MailReceived;
import org.parley.platform.domain.Sha256;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored mails of people. */
@Component
class ReceivedMails {

	private final MongoOperations mongo;

	private final InstantSource clock;

	ReceivedMails(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** The same for every copy of a mail to an address. */
	static String keyOf(MailReceived mail, String address) {
		return Sha256.hex(Objects.requireNonNullElse(mail.messageId(), mail.mailId()) + " " + address);
	}

	boolean contains(String key) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(key)), ReceivedMail.class);
	}

	/** Stores a mail; concurrent copies conflict, and the later ones are repeated. */
	void add(String key, MailReceived mail, String userId, @Nullable String subject) {
		this.mongo.insert(new ReceivedMail(key, mail.mailId(), userId, mail.messageId(), subject, null, mail.at()));
	}

	Optional<ReceivedMail> find(String mailId) {
		return Optional.ofNullable(this.mongo.findOne(byMail(mailId), ReceivedMail.class));
	}

	void markRefused(String mailId, String code) {
		this.mongo.updateFirst(byMail(mailId), Update.update("refusal", code), ReceivedMail.class);
	}

	/**
	 * Whether a mail is one of more than {@code most} of a person that arrived within a
	 * time. Mails count when they arrived, and workers take them in any order.
	 */
	boolean areMoreThan(int most, String userId, Instant arrived, Duration time) {
		var until = nearest(userId, Criteria.where("at").gt(arrived.minus(time)).lte(arrived), Direction.DESC,
				most + 1);
		var after = nearest(userId, Criteria.where("at").gt(arrived).lt(arrived.plus(time)), Direction.ASC, most);
		var times = Stream.concat(until.reversed().stream(), after.stream()).map(ReceivedMail::at).toList();
		return IntStream.range(most, times.size())
			.anyMatch((last) -> times.get(last - most).plus(time).isAfter(times.get(last)));
	}

	private List<ReceivedMail> nearest(String userId, Criteria at, Direction order, int limit) {
		var mails = new Query(Criteria.where("userId").is(userId).andOperator(at));
		return this.mongo.find(mails.with(Sort.by(order, "at")).limit(limit), ReceivedMail.class);
	}

	/** The number of a person's refused mails since a time. */
	long countRefused(String userId, Duration time) {
		var refused = Criteria.where("userId").is(userId).and("at").gt(this.clock.instant().minus(time));
		return this.mongo.count(new Query(refused.and("refusal").exists(true)), ReceivedMail.class);
	}

	private static Query byMail(String mailId) {
		return new Query(Criteria.where("mailId").is(mailId));
	}

}
