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
public class WebhookSubscriptions implements InitializingBean {

	static final String COLLECTION = "subscriptions";

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	WebhookSubscriptions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(WebhookSubscription.class)
			.createIndex(new Index("events", Direction.ASC).on("status", Direction.ASC));
	}

	/** The active subscriptions to a type of event. */
	public List<WebhookSubscription> findActive(String type) {
		return this.mongo.find(
				new Query(Criteria.where("events").is(type).and("status").is(WebhookSubscriptionStatus.ACTIVE)),
				WebhookSubscription.class);
	}

	public Optional<WebhookSubscription> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, WebhookSubscription.class));
	}

	/**
	 * Returns a subscription.
	 * @throws WebhookSubscriptionNotFoundException 404 if it does not exist
	 */
	public WebhookSubscription get(String id) {
		return find(id).orElseThrow(WebhookSubscriptionNotFoundException::new);
	}

	WebhookSubscription save(WebhookSubscription webhookSubscription) {
		return this.mongo.save(webhookSubscription);
	}

	void remove(WebhookSubscription webhookSubscription) {
		this.mongo.remove(webhookSubscription);
	}

	/** Counts with a query, which transactions permit. */
	long count() {
		return this.mongo.count(new Query(Criteria.where("_id").gt("")), WebhookSubscription.class);
	}

	/** A page, newest first. */
	Paged<WebhookSubscriptionView> page(WebhookSubscriptionQuery parameters) {
		var from = (parameters.cursor() != null) ? Cursor.parse(parameters.cursor(), NEWEST, 1) : null;
		var found = this.mongo.find(query(parameters, from), WebhookSubscription.class);
		var page = Paged.walk(found, from, parameters.size(), NEWEST,
				(webhookSubscription) -> new Object[] { webhookSubscription.id() });
		return new Paged<>(page.data().stream().map(WebhookSubscription::view).toList(), page.meta());
	}

	private static Query query(WebhookSubscriptionQuery parameters, @Nullable Cursor from) {
		var criteria = new Criteria();
		var back = from != null && from.backwards();
		if (from != null) {
			var beyond = criteria.and("_id");
			criteria = back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0));
		}
		return new Query(criteria).with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id"))
			.limit(Limit.of(parameters.size() + 1));
	}

}
