package org.parley.forum.counter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.CounterChange.ThreadVotes;
import org.parley.forum.counter.LastActivities.Activity;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
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

	private final LastActivities lastActivities;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private boolean waiting;

	CounterAggregator(MongoOperations mongo, Reputations reputations, LastActivities lastActivities,
			UnitOfWork unitOfWork, ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.reputations = reputations;
		this.lastActivities = lastActivities;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
	}

	@Bean
	static ClusterLoop counterLoop(CounterAggregator counterAggregator, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("counter-aggregator", new Lease(mongo, clock, "counter-aggregator", Ids.next()),
				counterAggregator);
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
		var sums = new LinkedHashMap<String, CounterChange>();
		entries.stream().map(CounterEntry::change).forEach((change) -> add(change, sums));
		sums.replaceAll((_, sum) -> sum.receding() ? sum.withLatest(findLast(sum)) : sum);
		var votes = sums.values().stream().flatMap((sum) -> findVotes(sum).stream()).toList();
		votes.forEach((changed) -> changed.ofThread().ifPresent((change) -> add(change, sums)));
		var closed = new Query(Criteria.where("_id").is(CounterCheckpoint.ONLY).and("pending").is(List.of()));
		var checkpoint = Objects.requireNonNull(this.mongo.findAndModify(closed,
				new Update().inc("batch", 1).set("pending", List.copyOf(sums.values())),
				FindAndModifyOptions.options().returnNew(true).upsert(true), CounterCheckpoint.class));
		var ids = entries.stream().map(CounterEntry::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), CounterEntry.class);
		votes.forEach((changed) -> changed.inBatch(checkpoint.batch()).ifPresent(this.publisher::publishEvent));
		return checkpoint;
	}

	private static void add(CounterChange change, Map<String, CounterChange> sums) {
		sums.merge(change.targetKey(), change, CounterChange::plus);
	}

	/**
	 * Reads in the transaction that takes the batch, so posts of later batches only add
	 * to it.
	 */
	private @Nullable Activity findLast(CounterChange sum) {
		return this.lastActivities.findLast(sum.of().threadId()).orElse(null);
	}

	private Optional<ChangedVotes> findVotes(CounterChange sum) {
		return (sum.of().kind() == CounterTarget.Kind.POST) ? Optional
			.ofNullable(this.mongo.findById(sum.of().targetId(), Document.class, "posts"))
			.map((current) -> new ChangedVotes(sum, sum.of().locatedIn(current), new ThreadVotes(
					current.getInteger("upVotes", 0) + sum.up(), current.getInteger("downVotes", 0) + sum.down())))
				: Optional.empty();
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
		this.publisher.publishEvent(new CountersAggregated(checkpoint.pending()
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
		return new Query(Criteria.where("_id").is(sum.of().targetId()).and("aggregatedBatch").not().gte(batch));
	}

	private static AggregationUpdate update(CounterChange sum, long batch) {
		var set = new Document("$set", fields(sum).append("aggregatedBatch", batch));
		return AggregationUpdate.from(List.of((_) -> set));
	}

	private static Document fields(CounterChange sum) {
		return (sum.of().kind() == CounterTarget.Kind.POST) ? postFields(sum) : threadFields(sum);
	}

	private static Document postFields(CounterChange sum) {
		return new Document("upVotes", plus("$upVotes", sum.up())).append("downVotes", plus("$downVotes", sum.down()))
			.append("voteScore", plus("$voteScore", sum.up() - sum.down()));
	}

	private static Document threadFields(CounterChange sum) {
		var fields = new Document("replyCount", plus("$replyCount", sum.replies()));
		var sinks = new ArrayList<Document>();
		var votes = sum.votes();
		if (votes != null) {
			var score = votes.up() - votes.down();
			fields.append("upVotes", votes.up()).append("downVotes", votes.down()).append("voteScore", score);
			sinks.add(new Document("$lt", List.of(score, "$voteScore")));
		}
		var latest = sum.latest();
		if (latest != null && sum.receding()) {
			fields.append("lastPostBy", new Document("$literal", latest.by())).append("lastActivityAt", latest.at());
			sinks.add(new Document("$lt", List.of(latest.at(), "$lastActivityAt")));
		}
		else if (latest != null) {
			var isNewer = new Document("$gte", List.of(latest.at(), "$lastActivityAt"));
			fields.append("lastPostBy", either(isNewer, new Document("$literal", latest.by()), "$lastPostBy"))
				.append("lastActivityAt", new Document("$max", List.of(latest.at(), "$lastActivityAt")));
		}
		return sinks.isEmpty() ? fields
				: fields.append("sankAt", either(new Document("$or", sinks), "$$NOW", "$sankAt"));
	}

	private static Document plus(String field, int difference) {
		return new Document("$add", List.of(new Document("$ifNull", List.of(field, 0)), difference));
	}

	private static Document either(Document condition, Object value, String field) {
		return new Document("$cond", List.of(condition, value, field));
	}

	/**
	 * The votes on a post after a batch.
	 *
	 * @param sum the change of the batch
	 * @param post the post where it is now
	 */
	private record ChangedVotes(CounterChange sum, CounterTarget post, ThreadVotes totals) {

		/** The votes on an opening post are those on its thread. */
		Optional<CounterChange> ofThread() {
			return Optional.of(this.post)
				.filter((target) -> target.number() == 1)
				.map((target) -> CounterChange
					.ofOpeningVotes(CounterTarget.ofThread(target.threadId(), target.authorId()), this.totals));
		}

		Optional<VotesAggregated> inBatch(long batch) {
			return this.sum.hasVotes()
					? Optional.of(new VotesAggregated(this.post, this.totals.up(), this.totals.down(), batch))
					: Optional.empty();
		}

	}

}
