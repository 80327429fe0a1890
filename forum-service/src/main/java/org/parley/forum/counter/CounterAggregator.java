package org.parley.forum.counter;

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
import org.springframework.data.domain.Limit;
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
 * Adds up the journal in batches, each in three steps. <em>Take</em> moves entries of the
 * journal into the one {@link CounterCheckpoint}, which gets the next number, in a
 * transaction. <em>Apply</em> adds the sums to threads, posts and authors, each unless it
 * has this number already: so it may be repeated, and needs no transaction on documents
 * that others write. <em>Close</em> empties the fold. None is taken while one is open, so
 * that whoever comes after a crash finishes first what was begun; two folders at a time,
 * should a lease break, cannot harm either.
 */
@Component
class CounterAggregator implements ClusterLoop.Work {

	private static final Limit BATCH = Limit.of(1_000);

	private final MongoOperations mongo;

	private final Reputations reputations;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	CounterAggregator(MongoOperations mongo, Reputations reputations, UnitOfWork work,
			ApplicationEventPublisher publisher) {
		this.mongo = mongo;
		this.reputations = reputations;
		this.work = work;
		this.publisher = publisher;
	}

	/** Whether there is anything to fold, or to finish. */
	@Override
	public boolean waits() {
		return this.mongo.exists(new Query(), CounterEntry.class) || left().isPresent();
	}

	/** Folds one batch, or what a crash left of one; false when there was none. */
	@Override
	public boolean doBatch() {
		var counterCheckpoint = left().or(this::take);
		counterCheckpoint.ifPresent((batch) -> {
			apply(batch);
			close(batch);
		});
		return counterCheckpoint.isPresent();
	}

	/** The batch that was taken and not closed. */
	Optional<CounterCheckpoint> left() {
		return Optional.ofNullable(this.mongo.findById(CounterCheckpoint.ONLY, CounterCheckpoint.class))
			.filter((counterCheckpoint) -> !counterCheckpoint.isDone());
	}

	/** Moves entries of the journal into the fold. */
	Optional<CounterCheckpoint> take() {
		return this.work.run(() -> {
			var tallies = this.mongo.find(new Query().with(Sort.by("_id")).limit(BATCH), CounterEntry.class);
			return tallies.isEmpty() ? Optional.empty() : Optional.of(take(tallies));
		});
	}

	private CounterCheckpoint take(List<CounterEntry> tallies) {
		var sums = List.copyOf(tallies.stream()
			.map(CounterEntry::change)
			.collect(Collectors.toMap(CounterChange::target, (change) -> change, CounterChange::plus,
					LinkedHashMap::new))
			.values());
		var open = new Query(Criteria.where("_id").is(CounterCheckpoint.ONLY).and("pending").is(List.of()));
		var counterCheckpoint = Objects
			.requireNonNull(this.mongo.findAndModify(open, new Update().inc("batch", 1).set("pending", sums),
					FindAndModifyOptions.options().returnNew(true).upsert(true), CounterCheckpoint.class));
		var ids = tallies.stream().map(CounterEntry::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), CounterEntry.class);
		sums.stream().filter(CounterChange::hasVotes).forEach((sum) -> tell(sum, counterCheckpoint.batch()));
		return counterCheckpoint;
	}

	private void tell(CounterChange sum, long batch) {
		var now = this.mongo.findById(sum.of().targetId(), Document.class, sum.of().kind().collection());
		if (now != null) {
			this.publisher.publishEvent(new VotesFolded(sum.of().where(now), now.getInteger("upVotes", 0) + sum.up(),
					now.getInteger("downVotes", 0) + sum.down(), batch));
		}
	}

	/** Adds the sums to whatever has not had this batch. */
	void apply(CounterCheckpoint counterCheckpoint) {
		counterCheckpoint.pending()
			.stream()
			.collect(Collectors.groupingBy((sum) -> sum.of().kind().collection()))
			.forEach((collection, sums) -> {
				var updates = this.mongo.bulkOps(BulkMode.UNORDERED, collection);
				sums.forEach((sum) -> updates.updateOne(unlessApplied(sum, counterCheckpoint.batch()),
						update(sum, counterCheckpoint.batch())));
				updates.execute();
			});
		this.reputations.apply(counterCheckpoint);
		this.publisher.publishEvent(new CountersFolded(counterCheckpoint.pending()
			.stream()
			.map((sum) -> sum.of().threadId())
			.collect(Collectors.toUnmodifiableSet())));
	}

	/** Makes room for the next batch. */
	void close(CounterCheckpoint counterCheckpoint) {
		this.mongo.updateFirst(
				new Query(Criteria.where("_id").is(CounterCheckpoint.ONLY).and("batch").is(counterCheckpoint.batch())),
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
		var left = sum.left();
		if (left != null) {
			var last = later(left, sum.latest());
			fields.append("lastPostBy", new Document("$literal", last.by())).append("lastActivityAt", last.at());
		}
		else if (sum.latest() != null) {
			var isNewer = new Document("$gte", List.of(sum.latest().at(), "$lastActivityAt"));
			fields.append("lastPostBy", either(isNewer, sum.latest().by(), "$lastPostBy"))
				.append("lastActivityAt", new Document("$max", List.of(sum.latest().at(), "$lastActivityAt")));
		}
		return fields;
	}

	private static CounterChange.Activity later(CounterChange.Activity left, CounterChange.@Nullable Activity latest) {
		return (latest != null && latest.at().isAfter(left.at())) ? latest : left;
	}

	private static Document plus(String field, int difference) {
		return new Document("$add", List.of(new Document("$ifNull", List.of(field, 0)), difference));
	}

	private static Document either(Document condition, String literal, String field) {
		return new Document("$cond", List.of(condition, new Document("$literal", literal), field));
	}

}
