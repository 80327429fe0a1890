package org.parley.notification.preference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.parley.notification.storage.ContendedUpsert;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps what people want. */
@Component
public class SetPreferences implements InitializingBean {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	SetPreferences(MongoOperations mongo, UnitOfWork work) {
		this.mongo = mongo;
		this.work = work;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Preferences.class)
			.createIndex(new CompoundIndexDefinition(new org.bson.Document("digests", 1).append("_id", 1)));
	}

	/** What a person wants; the usual, when they have not said. */
	public Preferences of(String userId) {
		return Objects.requireNonNullElseGet(this.mongo.findById(userId, Preferences.class),
				() -> Preferences.usual(userId));
	}

	/** Those who want a digest, in the order of their ids. */
	public List<Preferences> wantingDigests(Collection<MailTiming> timings, @Nullable String after, int limit) {
		var wanting = Criteria.where("digests").in(timings);
		var beyond = (after != null) ? wanting.and("_id").gt(after) : wanting;
		return this.mongo.find(new Query(beyond).with(Sort.by("_id")).limit(Limit.of(limit)), Preferences.class);
	}

	/** Nobody writes to them about a kind any more. */
	public void unsubscribe(String userId, NotificationKind notificationKind) {
		change(userId, (present) -> present.withoutMail(notificationKind));
	}

	/** Nobody writes to them about several things at once any more. */
	public void unsubscribeFromDigests(String userId) {
		change(userId, Preferences::withoutDigests);
	}

	/** Of two clicks at the same time neither is lost. */
	private void change(String userId, UnaryOperator<Preferences> change) {
		this.work.run(() -> ContendedUpsert.write(() -> this.mongo.save(change.apply(of(userId)))));
	}

	Preferences choose(String userId, Map<NotificationKind, ChannelChoice> choices) {
		return this.mongo.save(Preferences.of(userId, choices));
	}

}
