package org.parley.webhook.subscription;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored subscriptions. */
@Component
public class Subscriptions implements InitializingBean {

	static final String COLLECTION = "subscriptions";

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	Subscriptions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Subscription.class)
			.createIndex(new Index("events", Direction.ASC).on("status", Direction.ASC));
	}

	/** Who is told of such events. */
	public List<Subscription> to(String type) {
		return this.mongo.find(new Query(Criteria.where("events").is(type).and("status").is(SubscriptionStatus.ACTIVE)),
				Subscription.class);
	}

	public Optional<Subscription> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Subscription.class));
	}

	/**
	 * One that is there.
	 * @throws SubscriptionNotFoundException 404
	 */
	public Subscription existing(String id) {
		return find(id).orElseThrow(SubscriptionNotFoundException::new);
	}

	Subscription save(Subscription subscription) {
		return this.mongo.save(subscription);
	}

	void remove(Subscription subscription) {
		this.mongo.remove(subscription);
	}

	/** Exact, and possible within a transaction. */
	long count() {
		return this.mongo.count(new Query(Criteria.where("_id").gt("")), Subscription.class);
	}

	/** A page, newest first. */
	Paged<SubscriptionView> page(SubscriptionQuery wish) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), NEWEST, 1) : null;
		var found = this.mongo.find(query(wish, from), Subscription.class);
		var page = Paged.walk(found, from, wish.size(), NEWEST, (subscription) -> new Object[] { subscription.id() });
		return new Paged<>(page.data().stream().map(Subscription::view).toList(), page.meta());
	}

	private static Query query(SubscriptionQuery wish, @Nullable Cursor from) {
		var criteria = new Criteria();
		var back = from != null && from.backwards();
		if (from != null) {
			var beyond = criteria.and("_id");
			criteria = back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0));
		}
		return new Query(criteria).with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id"))
			.limit(Limit.of(wish.size() + 1));
	}

}
