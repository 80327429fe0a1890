package org.parley.webhook.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.visibility.Subscriber;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored subscriptions. */
@Component
public class WebhookSubscriptions {

	static final String COLLECTION = "subscriptions";

	static final String CLAIMS = "subscription_claims";

	/** How long loaded subscriptions serve the events that happened before. */
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
	 * The active subscriptions to a type of message, loaded after an event happened:
	 * every subscription that existed then is among them. The events of a batch share one
	 * query, since all of them happened before it.
	 * @param time of the event
	 */
	public List<Subscriber> findActive(String type, Instant time) {
		return Objects
			.requireNonNull(this.active.asMap()
				.compute(type, (_, known) -> (known != null && known.loadedAt().isAfter(time)) ? known : load(type)))
			.subscribers();
	}

	private ActiveSubscriptions load(String type) {
		var loadedAt = this.clock.instant();
		var active = new Query(Criteria.where("events").is(type).and("status").is(WebhookSubscriptionStatus.ACTIVE));
		return new ActiveSubscriptions(loadedAt,
				this.mongo.find(active, WebhookSubscription.class)
					.stream()
					.map(WebhookSubscription::subscriber)
					.toList());
	}

	public Optional<WebhookSubscription> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, WebhookSubscription.class));
	}

	/** Finds subscriptions with one query, by their ids. */
	public List<WebhookSubscription> findAll(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), WebhookSubscription.class);
	}

	/**
	 * Returns a subscription that the caller owns; administrators have all.
	 * @throws WebhookSubscriptionNotFoundException 404 otherwise
	 */
	public WebhookSubscription get(String id, Caller caller) {
		return find(id).filter((found) -> caller.isAdmin() || found.isOwnedBy(caller))
			.orElseThrow(WebhookSubscriptionNotFoundException::new);
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

	/**
	 * Claims an owner's subscriptions for this transaction, so that concurrent ones wait
	 * or are retried, and counts them.
	 */
	long claimAndCount(String owner) {
		this.mongo.upsert(new Query(Criteria.where("_id").is(owner)), Update.update("claim", Ids.next()), CLAIMS);
		return this.mongo.count(ownedBy(owner), WebhookSubscription.class);
	}

	/** Finds some subscriptions of an owner. */
	List<WebhookSubscription> findOwned(String owner, int limit) {
		return this.mongo.find(ownedBy(owner).limit(limit), WebhookSubscription.class);
	}

	private static Query ownedBy(String owner) {
		return new Query(Criteria.where("owner").is(owner));
	}

	/** A page, newest first; administrators may ask for those of all people. */
	Paged<WebhookSubscriptionView> page(WebhookSubscriptionQuery parameters, Caller caller) {
		var all = caller.isAdmin() && !"mine".equals(parameters.of());
		var now = this.clock.instant();
		return new NewestFirst(parameters)
			.find(this.mongo, all ? new Query() : ownedBy(caller.id()), WebhookSubscription.class,
					WebhookSubscription::id)
			.map((found) -> found.view(now));
	}

	/**
	 * The active subscriptions to a type of event.
	 *
	 * @param loadedAt the time just before they were loaded
	 */
	private record ActiveSubscriptions(Instant loadedAt, List<Subscriber> subscribers) {
	}

	/** The subscription does not exist. */
	public static final class WebhookSubscriptionNotFoundException extends RefusalException {

		public WebhookSubscriptionNotFoundException() {
			super(RefusalKind.NOT_FOUND, "subscription.not-found", "The subscription does not exist.");
		}

	}

	/**
	 * A query for a page of subscriptions.
	 *
	 * @param of whose subscriptions: mine, or, for administrators, all
	 */
	record WebhookSubscriptionQuery(
			@Parameter(example = "mine") @Pattern(regexp = "mine|all",
					message = "must be mine or all") @Nullable String of,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Parameter(example = "20") @Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
