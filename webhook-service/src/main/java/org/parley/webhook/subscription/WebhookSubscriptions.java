package org.parley.webhook.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored subscriptions. */
@Component
public class WebhookSubscriptions {

	static final String COLLECTION = "subscriptions";

	/** The time after which old events are matched with changes by other instances. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final Cache<String, ActiveSubscriptions> active = Caffeine.newBuilder().expireAfterWrite(FRESH).build();

	WebhookSubscriptions(MongoOperations mongo, UnitOfWork unitOfWork, InstantSource clock) {
		this.mongo = mongo;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * The ids of the active subscriptions to a type of event, loaded after an event
	 * happened: every subscription that existed then is among them. The events of a batch
	 * share one query, since all of them happened before it.
	 * @param time of the event
	 */
	public List<String> findActive(String type, Instant time) {
		return Objects
			.requireNonNull(this.active.asMap()
				.compute(type, (_, known) -> (known != null && known.loadedAt().isAfter(time)) ? known : load(type)))
			.ids();
	}

	private ActiveSubscriptions load(String type) {
		var loadedAt = this.clock.instant();
		var active = new Query(Criteria.where("events").is(type).and("status").is(WebhookSubscriptionStatus.ACTIVE));
		return new ActiveSubscriptions(loadedAt,
				this.mongo.find(active, WebhookSubscription.class).stream().map(WebhookSubscription::id).toList());
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
		return new NewestFirst(parameters)
			.find(this.mongo, new Query(), WebhookSubscription.class, WebhookSubscription::id)
			.map(WebhookSubscription::view);
	}

	/**
	 * The active subscriptions to a type of event.
	 *
	 * @param loadedAt the time just before they were loaded
	 * @param ids of the subscriptions
	 */
	private record ActiveSubscriptions(Instant loadedAt, List<String> ids) {
	}

	/** The subscription does not exist. */
	public static final class WebhookSubscriptionNotFoundException extends RefusalException {

		public WebhookSubscriptionNotFoundException() {
			super(RefusalKind.NOT_FOUND, "subscription.not-found", "The subscription does not exist.");
		}

	}

	/** A query for a page of subscriptions. */
	record WebhookSubscriptionQuery(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
