package org.parley.platform.ai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.parley.platform.domain.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The limits of a model for the whole cluster, in one document: a call reserves its
 * highest possible number of tokens, and settles the real one afterwards. Tokens that a
 * dead instance has reserved count as spent, so a budget is never overspent. Without
 * limits no command is sent.
 */
public final class ModelBudget {

	private static final Logger log = LoggerFactory.getLogger(ModelBudget.class);

	private static final Duration MARGIN = Duration.ofSeconds(5);

	/** How long an instance makes no call after all calls of the cluster were taken. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** A hundredth of the budget is too little to ask for each call whether it fits. */
	private static final int LEAST_PARTS = 100;

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final ModelBudgetLimits limits;

	private volatile Instant closedUntil = Instant.MIN;

	public ModelBudget(MongoOperations mongo, InstantSource clock, ModelBudgetLimits limits, MeterRegistry meters) {
		this.mongo = mongo;
		this.clock = clock;
		this.limits = limits;
		Gauge.builder("parley.ai.budget.closed", this, (budget) -> budget.isOpen() ? 0 : 1)
			.description("1 while this instance makes no calls because a limit of the cluster is reached")
			.tag("purpose", limits.purpose())
			.strongReference(true)
			.register(meters);
	}

	/** Whether this instance knows of no reached limit. Sends no command. */
	public boolean isOpen() {
		return !this.clock.instant().isBefore(this.closedUntil);
	}

	/**
	 * Makes a call within the limits. A call that failed costs nothing, unless the
	 * provider may have billed it: then it costs what it reserved.
	 * @param highest the highest possible number of tokens
	 * @param used the tokens that an answer has used
	 * @throws ModelCallException when a limit is reached or the call fails
	 */
	public <T> T call(long highest, Supplier<T> call, ToLongFunction<T> used) {
		var reservation = reserve(highest);
		try {
			var answer = call.get();
			settle(reservation, used.applyAsLong(answer));
			return answer;
		}
		catch (ModelCallException ex) {
			settle(reservation, ex.outcome().isBilled() ? highest : 0);
			throw ex;
		}
	}

	/**
	 * Reserves a call.
	 * @return the id of the reservation; empty without limits
	 * @throws ModelCallException when a limit is reached
	 */
	String reserve(long highest) {
		if (!this.limits.isLimited()) {
			return "";
		}
		var now = this.clock.instant();
		var call = Ids.next();
		var usage = Objects.requireNonNull(this.mongo.findAndModify(mine(),
				AggregationUpdate.from(List.of(settleLost(now), forgetLost(now), add(call, highest, now))),
				FindAndModifyOptions.options().upsert(true).returnNew(true), ModelUsage.class));
		if (!usage.contains(call)) {
			throw refuse(highest, this.limits.tokensPerDay() - usage.spent(), now);
		}
		return call;
	}

	/** Replaces a reservation by the tokens that the call has used. */
	void settle(String call, long used) {
		if (call.isEmpty()) {
			return;
		}
		try {
			this.mongo.updateFirst(mine(), AggregationUpdate.from(List.of(settleCall(call, used), forget(call))),
					ModelUsage.class);
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("A model call was not settled; its reservation counts as spent");
		}
	}

	/** A call that is too large for what is left closes the budget to no smaller one. */
	private ModelCallException refuse(long highest, long left, Instant now) {
		if (highest <= left) {
			this.closedUntil = now.plus(PAUSE);
			return new ModelCallException(ModelCallOutcome.BUSY);
		}
		if (left <= this.limits.tokensPerDay() / LEAST_PARTS) {
			this.closedUntil = today(now).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		return new ModelCallException(ModelCallOutcome.SPENT);
	}

	private static LocalDate today(Instant now) {
		return LocalDate.ofInstant(now, ZoneOffset.UTC);
	}

	private Query mine() {
		return new Query(Criteria.where("_id").is(this.limits.purpose()));
	}

	/** Counts lost calls as spent, or begins a new day. */
	private static AggregationOperation settleLost(Instant now) {
		var day = today(now).toString();
		var lost = filter(new Document("$lte", List.of("$$one.until", Date.from(now))));
		var spent = new Document("$add", List.of("$spent", sum(lost)));
		return set(new Document("spent",
				new Document("$cond", List.of(new Document("$eq", List.of("$day", day)), spent, 0L)))
			.append("day", day));
	}

	private static AggregationOperation forgetLost(Instant now) {
		return set(new Document("calls", filter(new Document("$gt", List.of("$$one.until", Date.from(now))))));
	}

	private AggregationOperation add(String call, long highest, Instant now) {
		var running = new Document("call", call).append("tokens", highest)
			.append("until", Date.from(now.plus(this.limits.longestCall()).plus(MARGIN)));
		var planned = new Document("$add", List.of("$spent", sum("$calls"), highest));
		var permitted = new Document("$and",
				List.of(new Document("$lt", List.of(new Document("$size", "$calls"), this.limits.callsAtOnce())),
						new Document("$lte", List.of(planned, this.limits.tokensPerDay()))));
		return set(new Document("calls", new Document("$cond",
				List.of(permitted, new Document("$concatArrays", List.of("$calls", List.of(running))), "$calls"))));
	}

	/** A call that was lost meanwhile is already counted. */
	private static AggregationOperation settleCall(String call, long used) {
		return set(
				new Document("spent", new Document("$cond", List.of(new Document("$in", List.of(call, "$calls.call")),
						new Document("$add", List.of("$spent", used)), "$spent"))));
	}

	private static AggregationOperation forget(String call) {
		return set(new Document("calls", filter(new Document("$ne", List.of("$$one.call", call)))));
	}

	private static Document filter(Document condition) {
		return new Document("$filter",
				new Document("input", new Document("$ifNull", List.of("$calls", List.of()))).append("as", "one")
					.append("cond", condition));
	}

	private static Document sum(Object calls) {
		return new Document("$reduce", new Document("input", calls).append("initialValue", 0L)
			.append("in", new Document("$add", List.of("$$value", "$$this.tokens"))));
	}

	private static AggregationOperation set(Document fields) {
		return (_) -> new Document("$set", fields);
	}

}
