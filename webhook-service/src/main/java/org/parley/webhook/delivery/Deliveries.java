package org.parley.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.IdempotentInsert;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored deliveries, removed after the retention period. */
@Component
public class Deliveries {

	static final String COLLECTION = "deliveries";

	/** Longer than an attempt and its database writes may take. */
	public static final Duration LEASE = Duration.ofSeconds(60);

	private static final int KEPT_ATTEMPTS = 20;

	private static final List<DeliveryStatus> OPEN = List.of(DeliveryStatus.WAITING, DeliveryStatus.SENDING);

	private final MongoOperations mongo;

	Deliveries(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void add(WebhookDelivery webhookDelivery) {
		this.mongo.insert(webhookDelivery);
	}

	/** Adds deliveries of a message, except to subscriptions that have theirs. */
	void addMissing(List<WebhookDelivery> webhookDeliveries) {
		IdempotentInsert.insertMissing(this.mongo, webhookDeliveries, WebhookDelivery.class);
	}

	public Optional<WebhookDelivery> find(String subscription, String id) {
		return Optional.ofNullable(this.mongo
			.findOne(byId(id).addCriteria(Criteria.where("subscription").is(subscription)), WebhookDelivery.class));
	}

	/**
	 * Claims the longest waiting due deliveries with three commands. They are due again
	 * after the lease, in case the worker has crashed.
	 * @param busy subscriptions to skip
	 * @param room how many more deliveries of a subscription may be claimed
	 * @param most how many may be claimed in all
	 */
	public List<WebhookDelivery> claim(Collection<String> busy, ToIntFunction<String> room, int most, Instant now) {
		var ids = findDue(busy, room, most, now);
		if (ids.isEmpty()) {
			return List.of();
		}
		var claim = Ids.next();
		this.mongo.updateMulti(new Query(Criteria.where("_id").in(ids).and("status").in(OPEN).and("nextAt").lte(now)),
				new Update().set("status", DeliveryStatus.SENDING).set("claim", claim).set("nextAt", now.plus(LEASE)),
				WebhookDelivery.class);
		return this.mongo.find(new Query(Criteria.where("_id").in(ids).and("claim").is(claim)), WebhookDelivery.class);
	}

	private List<Object> findDue(Collection<String> busy, ToIntFunction<String> room, int most, Instant now) {
		var due = new Query(Criteria.where("status").in(OPEN).and("nextAt").lte(now).and("subscription").nin(busy))
			.with(Sort.by("nextAt"))
			.limit(most);
		due.fields().include("subscription");
		var taken = new HashMap<String, Integer>();
		return this.mongo.find(due, Document.class, COLLECTION).stream().filter((one) -> {
			var subscription = one.getString("subscription");
			return taken.merge(subscription, 1, Integer::sum) <= room.applyAsInt(subscription);
		}).map((one) -> one.get("_id")).toList();
	}

	/** Applies changes of claimed deliveries with one command, except for lost claims. */
	public void apply(List<DeliveryChange> changes) {
		if (changes.isEmpty()) {
			return;
		}
		var bulk = this.mongo.bulkOps(BulkMode.UNORDERED, WebhookDelivery.class);
		changes.forEach((change) -> {
			var claimed = byId(change.claimed().id()).addCriteria(Criteria.where("claim").is(change.claimed().claim()));
			if (change.update() != null) {
				bulk.updateOne(claimed, change.update());
			}
			else {
				bulk.remove(claimed);
			}
		});
		bulk.execute();
	}

	/** Cancels all open deliveries of a subscription. */
	public void cancelAll(String subscription, Instant now) {
		this.mongo.updateMulti(new Query(Criteria.where("subscription").is(subscription).and("status").in(OPEN)),
				new Update().set("status", DeliveryStatus.CANCELLED).set("finishedAt", now).unset("claim"),
				WebhookDelivery.class);
	}

	public void removeAll(String subscription) {
		this.mongo.remove(new Query(Criteria.where("subscription").is(subscription)), WebhookDelivery.class);
	}

	/**
	 * Starts another round of attempts, or the next attempt of the present one; false if
	 * a worker sends the delivery at this moment.
	 */
	boolean restart(WebhookDelivery webhookDelivery, Instant now) {
		var id = webhookDelivery.id();
		var waiting = byId(id).addCriteria(Criteria.where("status").is(DeliveryStatus.WAITING));
		var closed = byId(id).addCriteria(Criteria.where("status").nin(OPEN));
		return update(waiting, Update.update("nextAt", now)) || update(closed, restarted(now));
	}

	private boolean update(Query delivery, Update change) {
		return this.mongo.updateFirst(delivery, change, WebhookDelivery.class).getMatchedCount() == 1;
	}

	/** Starts another round of attempts for all waiting deliveries of a subscription. */
	void restartWaiting(String subscription, Instant now) {
		var waiting = Criteria.where("subscription").is(subscription).and("status").is(DeliveryStatus.WAITING);
		this.mongo.updateMulti(new Query(waiting), restarted(now), WebhookDelivery.class);
	}

	/** Finds the ids of closed deliveries of a time, the oldest first. */
	List<String> findClosed(String subscription, RedeliveryRequest range, int limit) {
		var messages = Criteria.where("createdAt").gte(range.from());
		var closed = Criteria.where("subscription").is(subscription).and("status").is(range.wanted());
		if (range.after() != null) {
			closed.and("_id").gt(range.after());
		}
		var wanted = new Query(closed).addCriteria((range.until() != null) ? messages.lt(range.until()) : messages)
			.with(Sort.by("_id"))
			.limit(limit);
		wanted.fields().include("_id");
		return this.mongo.find(wanted, Document.class, COLLECTION).stream().map((one) -> one.getString("_id")).toList();
	}

	/**
	 * Starts another round for deliveries that are still closed; returns their number.
	 */
	long restartAll(List<String> ids, DeliveryStatus status, Instant now) {
		var still = new Query(Criteria.where("_id").in(ids).and("status").is(status));
		return this.mongo.updateMulti(still, restarted(now), WebhookDelivery.class).getModifiedCount();
	}

	private static Update restarted(Instant now) {
		return new Update().set("status", DeliveryStatus.WAITING)
			.set("tries", 0)
			.set("nextAt", now)
			.unset("finishedAt");
	}

	public long countOpen() {
		return this.mongo.count(new Query(Criteria.where("status").in(OPEN)), WebhookDelivery.class);
	}

	/** The time at which the next open delivery is due, or was. */
	public Optional<Instant> findNextDue() {
		var next = new Query(Criteria.where("status").in(OPEN)).with(Sort.by("nextAt")).limit(1);
		next.fields().include("nextAt").exclude("_id");
		return Optional.ofNullable(this.mongo.findOne(next, Document.class, COLLECTION))
			.map((one) -> one.getDate("nextAt").toInstant());
	}

	/** A page, newest first. */
	Paged<DeliveryView> page(String subscription, DeliveryQuery parameters) {
		var criteria = Criteria.where("subscription").is(subscription);
		if (parameters.status() != null) {
			criteria.and("status").is(DeliveryStatus.of(parameters.status()));
		}
		return new NewestFirst(parameters)
			.find(this.mongo, new Query(criteria), WebhookDelivery.class, WebhookDelivery::id)
			.map(DeliveryView::of);
	}

	private static Query byId(String id) {
		return new Query(Criteria.where("_id").is(id));
	}

	/**
	 * A change of a claimed delivery.
	 *
	 * @param update the change; null to remove the delivery
	 */
	public record DeliveryChange(WebhookDelivery claimed, @Nullable Update update) {

		/** Returns a claimed delivery without an attempt. */
		public static DeliveryChange postponing(WebhookDelivery claimed, Instant until) {
			return new DeliveryChange(claimed,
					new Update().set("status", DeliveryStatus.WAITING).set("nextAt", until).unset("claim"));
		}

		/** Records an attempt and schedules the next one. */
		public static DeliveryChange retrying(WebhookDelivery claimed, DeliveryAttempt attempt, Instant at) {
			return new DeliveryChange(claimed,
					addAttempt(attempt).set("status", DeliveryStatus.WAITING).set("nextAt", at).unset("claim"));
		}

		/** Records the last attempt. */
		public static DeliveryChange finishing(WebhookDelivery claimed, DeliveryAttempt attempt,
				DeliveryStatus status) {
			return new DeliveryChange(claimed,
					addAttempt(attempt).set("status", status).set("finishedAt", attempt.at()).unset("claim"));
		}

		/** Ends a delivery without an attempt. */
		public static DeliveryChange dropping(WebhookDelivery claimed, DeliveryStatus status, Instant now) {
			return new DeliveryChange(claimed,
					new Update().set("status", status).set("finishedAt", now).unset("claim"));
		}

		/** Removes a delivery without a trace. */
		public static DeliveryChange removing(WebhookDelivery claimed) {
			return new DeliveryChange(claimed, null);
		}

		private static Update addAttempt(DeliveryAttempt attempt) {
			return new Update().inc("tries", 1).push("attempts").slice(-KEPT_ATTEMPTS).each(attempt);
		}

	}

	/**
	 * A query for a page of deliveries.
	 *
	 * @param status only deliveries with this status
	 */
	record DeliveryQuery(@Parameter(example = "failed") @Pattern(
			regexp = "waiting|sending|delivered|failed|withheld|cancelled",
			message = "must be waiting, sending, delivered, failed, withheld or cancelled") @Nullable String status,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Parameter(example = "20") @Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
