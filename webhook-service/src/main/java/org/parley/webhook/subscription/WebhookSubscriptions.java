package org.parley.webhook.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.Paged;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.InitializingBean;
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

	/** The time after which changes by other instances are seen. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	private final LoadingCache<String, List<String>> active = Caffeine.newBuilder()
		.expireAfterWrite(FRESH)
		.build(this::loadActive);

	WebhookSubscriptions(MongoOperations mongo, UnitOfWork unitOfWork) {
		this.mongo = mongo;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(WebhookSubscription.class)
			.createIndex(new Index("events", Direction.ASC).on("status", Direction.ASC));
	}

	/** The ids of the active subscriptions to a type of event, cached for a second. */
	public List<String> findActive(String type) {
		return this.active.get(type);
	}

	private List<String> loadActive(String type) {
		var active = new Query(Criteria.where("events").is(type).and("status").is(WebhookSubscriptionStatus.ACTIVE));
		return this.mongo.find(active, WebhookSubscription.class).stream().map(WebhookSubscription::id).toList();
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
		var saved = this.mongo.save(webhookSubscription);
		this.unitOfWork.afterCommit(this.active::invalidateAll);
		return saved;
	}

	void remove(WebhookSubscription webhookSubscription) {
		this.mongo.remove(webhookSubscription);
		this.unitOfWork.afterCommit(this.active::invalidateAll);
	}

	/** Counts with a query, which transactions permit. */
	long count() {
		return this.mongo.count(new Query(Criteria.where("_id").gt("")), WebhookSubscription.class);
	}

	/** A page, newest first. */
	Paged<WebhookSubscriptionView> page(WebhookSubscriptionQuery parameters) {
		var newest = new NewestFirst(parameters);
		return newest.page(this.mongo.find(newest.of(new Query()), WebhookSubscription.class), WebhookSubscription::id)
			.map(WebhookSubscription::view);
	}

}
