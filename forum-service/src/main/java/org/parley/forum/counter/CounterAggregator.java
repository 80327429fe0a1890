package org.parley.forum.counter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Adds the journal to the counters in batches of three steps.
 * <ol>
 * <li>Take: one transaction moves journal entries into the {@link CounterCheckpoint} and
 * increments its batch number.</li>
 * <li>Apply: adds the sums to threads, posts and authors that do not have this batch
 * number yet. This step is idempotent and needs no transaction on shared documents.</li>
 * <li>Close: empties the checkpoint.</li>
 * </ol>
 * A batch is taken only if none is open. So the first step after a crash completes the
 * open batch, and two aggregators at a time, if a lease breaks, cannot harm.
 */
@Component
class CounterAggregator implements ClusterLoop.Work {

	private static final int BATCH_SIZE = 1_000;

	/** Under load, the changes of this time are added together. */
	private static final Duration GAP = Duration.ofMillis(500);

	private final MongoOperations mongo;

	private final Reputations reputations;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private boolean waiting;

	CounterAggregator(MongoOperations mongo, Reputations reputations, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.reputations = reputations;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
	}

	/** Whether there are journal entries or an open batch. */
	@Override
	public boolean waits() {
		return this.mongo.exists(new Query(), CounterEntry.class) || openBatch().isPresent();
	}

	@Override
	public Duration gap() {
		return GAP;
	}

	/** Processes the open batch or the next one, and returns whether more are waiting. */
	@Override
	public boolean doBatch() {
		var open = openBatch();
		this.waiting = open.isPresent();
		open.or(this::take).ifPresent((batch) -> {
			apply(batch);
			close(batch);
		});
		return this.waiting;
	}

	/** Finds the batch that was taken and not closed. */
	Optional<CounterCheckpoint> openBatch() {
		return Optional.ofNullable(this.mongo.findById(CounterCheckpoint.ONLY, CounterCheckpoint.class))
			.filter((checkpoint) -> !checkpoint.isDone());
	}

	/** Takes a batch of journal entries into the checkpoint. */
	Optional<CounterCheckpoint> take() {
		return this.unitOfWork.run(() -> {
			var entries = this.mongo.find(new Query().with(Sort.by("_id")).limit(BATCH_SIZE), CounterEntry.class);
			this.waiting = entries.size() == BATCH_SIZE;
			return entries.isEmpty() ? Optional.empty() : Optional.of(take(entries));
		});
	}

	private CounterCheckpoint take(List<CounterEntry> entries) {
		var sums = List.copyOf(entries.stream()
			.map(CounterEntry::change)
			.collect(Collectors.toMap(CounterChange::targetKey, (change) -> change, CounterChange::plus,
					LinkedHashMap::new))
			.values());
		var closed = new Query(Criteria.where("_id").is(CounterCheckpoint.ONLY).and("pending").is(List.of()));
		var checkpoint = Objects
			.requireNonNull(this.mongo.findAndModify(closed, new Update().inc("batch", 1).set("pending", sums),
					FindAndModifyOptions.options().returnNew(true).upsert(true), CounterCheckpoint.class));
		var ids = entries.stream().map(CounterEntry::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), CounterEntry.class);
		sums.stream().filter(CounterChange::hasVotes).forEach((sum) -> publishVotes(sum, checkpoint.batch()));
		return checkpoint;
	}

	private void publishVotes(CounterChange sum, long batch) {
		var current = this.mongo.findById(sum.of().targetId(), Document.class, sum.of().kind().collection());
		if (current != null) {
			this.publisher
				.publishEvent(new VotesFolded(sum.of().locatedIn(current), current.getInteger("upVotes", 0) + sum.up(),
						current.getInteger("downVotes", 0) + sum.down(), batch));
		}
	}

	/** Adds the sums to all targets that do not have this batch yet. */
	void apply(CounterCheckpoint checkpoint) {
		checkpoint.pending()
			.stream()
			.collect(Collectors.groupingBy((sum) -> sum.of().kind().collection()))
			.forEach((collection, sums) -> {
				var updates = this.mongo.bulkOps(BulkMode.UNORDERED, collection);
				sums.forEach((sum) -> updates.updateOne(unlessApplied(sum, checkpoint.batch()),
						update(sum, checkpoint.batch())));
				updates.execute();
			});
		this.reputations.apply(checkpoint);
		this.publisher.publishEvent(new CountersFolded(checkpoint.pending()
			.stream()
			.map((sum) -> sum.of().threadId())
			.collect(Collectors.toUnmodifiableSet())));
	}

	/** Empties the checkpoint for the next batch. */
	void close(CounterCheckpoint checkpoint) {
		this.mongo.updateFirst(
				new Query(Criteria.where("_id").is(CounterCheckpoint.ONLY).and("batch").is(checkpoint.batch())),
				Update.update("pending", List.of()), CounterCheckpoint.class);
	}

	private static Query unlessApplied(CounterChange sum, long batch) {
		return new Query(Criteria.where("_id").is(sum.of().targetId()).and("foldedBatch").not().gte(batch));
	}

	private static AggregationUpdate update(CounterChange sum, long batch) {
		var set = new Document("$set", fields(sum).append("foldedBatch", batch));
		return AggregationUpdate.from(List.of((_) -> set));
	}

	private static Document fields(CounterChange sum) {
		var fields = new Document("upVotes", plus("$upVotes", sum.up()))
			.append("downVotes", plus("$downVotes", sum.down()))
			.append("voteScore", plus("$voteScore", sum.up() - sum.down()));
		if (sum.of().kind() == CounterTarget.Kind.THREAD) {
			fields.append("replyCount", plus("$replyCount", sum.replies()));
			if (sum.up() < sum.down()) {
				fields.append("sankAt", "$$NOW");
			}
		}
		var reset = sum.left();
		if (reset != null) {
			var last = later(reset, sum.latest());
			fields.append("lastPostBy", new Document("$literal", last.by())).append("lastActivityAt", last.at());
		}
		else if (sum.latest() != null) {
			var isNewer = new Document("$gte", List.of(sum.latest().at(), "$lastActivityAt"));
			fields.append("lastPostBy", either(isNewer, sum.latest().by(), "$lastPostBy"))
				.append("lastActivityAt", new Document("$max", List.of(sum.latest().at(), "$lastActivityAt")));
		}
		return fields;
	}

	private static CounterChange.Activity later(CounterChange.Activity reset, CounterChange.@Nullable Activity latest) {
		return (latest != null && latest.at().isAfter(reset.at())) ? latest : reset;
	}

	private static Document plus(String field, int difference) {
		return new Document("$add", List.of(new Document("$ifNull", List.of(field, 0)), difference));
	}

	private static Document either(Document condition, String literal, String field) {
		return new Document("$cond", List.of(condition, new Document("$literal", literal), field));
	}

}
