package org.parley.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.Ulid;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored mails. */
@Component
public class Mails implements InitializingBean {

	/** With each value, the index finds due mails in their order. */
	private static final List<Integer> RANKS = Arrays.stream(MailTemplate.values())
		.map(MailTemplate::rank)
		.distinct()
		.toList();

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final MailSettings settings;

	Mails(MongoOperations mongo, InstantSource clock, MailSettings settings) {
		this.mongo = mongo;
		this.clock = clock;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Mail.class);
		indexes.createIndex(new Index("doneAt", Sort.Direction.ASC).expire(this.settings.kept()));
	}

	/** Queues a mail unless its key exists, in the transaction of its cause. */
	void add(NewMail newMail) {
		var mail = new Document();
		this.mongo.getConverter()
			.write(Mail.of(Ids.next(), newMail, this.clock.instant(), RequestOrigin.current()), mail);
		ContendedUpsert
			.write(() -> this.mongo.execute(Mail.class, (mails) -> mails.updateOne(Filters.eq("key", newMail.key()),
					new Document("$setOnInsert", mail), new UpdateOptions().upsert(true))));
	}

	/** The numbers of mails of a template that were queued for users since a time. */
	public Map<String, Integer> countQueued(Collection<String> userIds, MailTemplate template, Duration time) {
		if (userIds.isEmpty()) {
			return Map.of();
		}
		var since = Ulid.min(this.clock.instant().minus(time).toEpochMilli()).toString();
		var recent = Criteria.where("userId").in(userIds).and("_id").gte(since).and("template").is(template);
		return this.mongo
			.aggregate(Aggregation.newAggregation(Aggregation.match(recent),
					Aggregation.group("userId").count().as("count")), Mail.class, QueuedCount.class)
			.getMappedResults()
			.stream()
			.collect(Collectors.toMap(QueuedCount::id, QueuedCount::count));
	}

	/** The number of mails that were queued since a time and are sent. */
	long countSent(Duration time) {
		var since = Ulid.min(this.clock.instant().minus(time).toEpochMilli()).toString();
		return this.mongo.count(new Query(Criteria.where("state").is(MailState.SENT).and("_id").gte(since)),
				Mail.class);
	}

	/**
	 * Stores a count that is to be published, in the same transaction.
	 * @return false if the same count was stored since a time
	 */
	boolean storeCount(long sent, Instant since) {
		var stored = this.mongo.findById(PublishedMailCount.ID, PublishedMailCount.class);
		if (stored != null && stored.sent() == sent && stored.at().isAfter(since)) {
			return false;
		}
		this.mongo.save(new PublishedMailCount(PublishedMailCount.ID, sent, this.clock.instant()));
		return true;
	}

	private record QueuedCount(String id, int count) {
	}

	/** The keys, among some, of mails that were sent or may still be. */
	public Set<String> findLively(Collection<String> keys) {
		if (keys.isEmpty()) {
			return Set.of();
		}
		var lively = new Query(Criteria.where("key").in(keys).and("state").nin(MailState.DROPPED, MailState.DEAD));
		lively.fields().include("key");
		return this.mongo.find(lively, Document.class, this.mongo.getCollectionName(Mail.class))
			.stream()
			.map((mail) -> mail.getString("key"))
			.collect(Collectors.toSet());
	}

	/** Replaces values of the mails that wait and whose keys begin in a way. */
	public void replaceValues(String keyStart, Map<String, String> values) {
		var update = new Update();
		values.forEach((name, value) -> update.set("values." + name, value));
		this.mongo.updateMulti(
				new Query(Criteria.where("key").regex("^" + Pattern.quote(keyStart)).and("dueAt").exists(true)), update,
				Mail.class);
	}

	/** The time at which the next mail is due. */
	public Optional<Instant> findNextDue() {
		var queued = Criteria.where("rank").in(RANKS).and("dueAt").gt(Instant.EPOCH);
		return Optional.ofNullable(this.mongo.findOne(new Query(queued).with(Sort.by("dueAt")), Mail.class))
			.map(Mail::dueAt);
	}

	/**
	 * Claims a due mail of the lowest rank, also one whose lease has ended. No other
	 * worker can claim it before its lease ends.
	 */
	public Optional<Mail> claim() {
		var due = new Query(Criteria.where("rank").in(RANKS).and("dueAt").lte(this.clock.instant()));
		var lease = this.clock.instant().plus(this.settings.lease());
		var claimed = new Update().set("state", MailState.SENDING).set("dueAt", lease);
		return Optional.ofNullable(this.mongo.findAndModify(due.with(Sort.by("rank", "dueAt")), claimed,
				FindAndModifyOptions.options().returnNew(true), Mail.class));
	}

	public Optional<Mail> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Mail.class));
	}

	public void markSent(Mail mail, String maskedAddress, String addressKey) {
		finish(mail, MailState.SENT,
				new Update().set("sentTo", maskedAddress).set("addressKey", addressKey).unset("reason"));
	}

	/**
	 * Records what the provider has reported, unless it has reported something weightier.
	 */
	public void markReported(Mail mail, String outcome, List<String> replaced) {
		var lighter = new Criteria().orOperator(Criteria.where("outcome").is(null),
				Criteria.where("outcome").in(replaced));
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(mail.id()).andOperator(lighter)),
				new Update().set("outcome", outcome), Mail.class);
	}

	/**
	 * Records that a server has accepted a mail of which we did not know it, so that it
	 * is not sent again.
	 */
	public void confirm(Mail mail, String maskedAddress, String addressKey) {
		if (mail.doneAt() == null && mail.state() != MailState.WAITING) {
			markSent(mail, maskedAddress, addressKey);
		}
	}

	public void markDropped(Mail mail, String reason) {
		finish(mail, MailState.DROPPED, new Update().set("reason", reason));
	}

	/** Schedules the next attempt, or marks the mail as dead after the last one. */
	public MailState markRefused(Mail mail, String maskedAddress, String reason) {
		var retries = this.settings.retries();
		if (mail.attempts() >= retries.size()) {
			return markDead(mail, maskedAddress, reason);
		}
		change(mail,
				new Update().set("state", MailState.FAILED)
					.set("dueAt", after(retries.get(mail.attempts())))
					.set("reason", reason)
					.inc("attempts", 1));
		return MailState.FAILED;
	}

	/** Marks a mail as dead that the server will never accept. */
	public MailState markDead(Mail mail, String maskedAddress, String reason) {
		finish(mail, MailState.DEAD,
				new Update().set("reason", reason).set("sentTo", maskedAddress).inc("attempts", 1));
		return MailState.DEAD;
	}

	/** Postpones a mail without counting an attempt. */
	public void postpone(Mail mail, Duration pause) {
		change(mail, waiting(pause).unset("reason"));
	}

	/** Postpones a mail for a reason that people can do something about. */
	public void postpone(Mail mail, Duration pause, String reason) {
		change(mail, waiting(pause).set("reason", reason));
	}

	private Update waiting(Duration pause) {
		return new Update().set("state", MailState.WAITING).set("dueAt", after(pause));
	}

	/** Newest first, optionally only mails in a state or to a user. */
	Paged<Mail> findPage(@Nullable MailState state, @Nullable String userId, PageQuery page) {
		var criteria = (state != null) ? Criteria.where("state").is(state) : new Criteria();
		if (userId != null) {
			criteria.and("userId").is(userId);
		}
		return new NewestFirst(page, "mails").find(this.mongo, new Query(criteria), Mail.class, Mail::id);
	}

	private void finish(Mail mail, MailState state, Update update) {
		change(mail,
				update.set("state", state)
					.set("doneAt", this.clock.instant())
					.unset("dueAt")
					.unset("address")
					.unset("token")
					.set("values", Map.of())
					.set("items", List.of()));
	}

	/** Changes a mail unless another worker has claimed it. */
	private void change(Mail mail, Update update) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(mail.id()).and("dueAt").is(mail.dueAt())), update,
				Mail.class);
	}

	private Instant after(Duration pause) {
		return this.clock.instant().plus(pause);
	}

}
