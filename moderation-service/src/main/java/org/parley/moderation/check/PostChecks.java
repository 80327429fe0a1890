package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.mongodb.bulk.BulkWriteUpsert;
import org.bson.Document;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.check.StartCheck.StartedCheck;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.RepeatedUpserts;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ConditionalOperators.IfNull;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores checks. Workers claim them one by one; a claim expires when its worker does not
 * finish in time.
 */
@Component
public class PostChecks {

	private static final Duration RELEASE_DELAY = Duration.ofSeconds(5);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final CheckSettings settings;

	private final Duration lease;

	private final AtomicLong turn = new AtomicLong();

	PostChecks(MongoOperations mongo, InstantSource clock, CheckSettings settings,
			ModerationModelClient moderationModelClient) {
		this.mongo = mongo;
		this.clock = clock;
		this.settings = settings;
		this.lease = moderationModelClient.maxDuration().plus(settings.margin());
	}

	public Optional<PostCheck> find(String postId) {
		return Optional.ofNullable(this.mongo.findById(postId, PostCheck.class));
	}

	/**
	 * Stores the checks of new revisions in place of the posts' previous ones, by one
	 * command. A known or older revision changes nothing. The check of a suspected post
	 * waits for a worker even if it has a verdict, because the forum needs that verdict.
	 * @return the posts whose checks wait for a worker
	 */
	Set<String> storeAll(List<StartedCheck> started) {
		var inserted = RepeatedUpserts.execute(() -> upserts(started))
			.getUpserts()
			.stream()
			.map(BulkWriteUpsert::getIndex)
			.collect(Collectors.toSet());
		var waiting = new HashSet<String>();
		var replaced = new ArrayList<String>();
		for (int i = 0; i < started.size(); i++) {
			var one = started.get(i);
			if (!inserted.contains(i)) {
				replaced.add(one.postCheck().postId());
			}
			else if (one.judgement() == null) {
				waiting.add(one.postCheck().postId());
			}
		}
		// Another revision in the same batch may have replaced one that waits.
		waiting.removeAll(replaced);
		waiting.addAll(findWaiting(replaced));
		return waiting;
	}

	private BulkOperations upserts(List<StartedCheck> started) {
		var upserts = this.mongo.bulkOps(BulkMode.ORDERED, PostCheck.class);
		started.forEach((one) -> upserts.upsert(new Query(Criteria.where("_id").is(one.postCheck().postId())),
				AggregationUpdate.from(List.of(replaceOlder(one)))));
		return upserts;
	}

	private PostCheck next(StartedCheck started) {
		var judgement = started.judgement();
		return (judgement != null) ? started.postCheck().judged(judgement, this.settings) : started.postCheck();
	}

	private List<String> findWaiting(Collection<String> posts) {
		if (posts.isEmpty()) {
			return List.of();
		}
		return this.mongo.find(new Query(Criteria.where("_id").in(posts)), PostCheck.class)
			.stream()
			.filter((known) -> known.stage() == Stage.FIRST)
			.map(PostCheck::postId)
			.toList();
	}

	private AggregationOperation replaceOlder(StartedCheck started) {
		var next = new Document();
		this.mongo.getConverter().write(next(started), next);
		var suspected = new Document("suspected", true).append("stage", Stage.FIRST.name())
			.append("due", started.postCheck().due())
			.append("until", null)
			.append("judgement", null);
		var merged = new Document("$mergeObjects", List.of(new Document("$literal", next),
				new Document("$cond", List.of("$suspected", suspected, new Document()))));
		return (_) -> new Document("$replaceWith", new Document("$cond", List.of(isKnown(started), "$$ROOT", merged)));
	}

	/** A cancelled check of the same revision is not known to one that starts again. */
	private static Document isKnown(StartedCheck started) {
		var revision = started.postCheck().revision();
		var isSame = new Document("$and",
				List.of(new Document("$eq", List.of("$revision.post", revision.post())),
						new Document("$gte", List.of("$revision.title", revision.title())),
						started.again() ? new Document("$gt", Arrays.asList("$content", null)) : true));
		return new Document("$or", List.of(new Document("$gt", List.of("$revision.post", revision.post())), isSame));
	}

	/**
	 * Cancels the check of removed or decided content, unless it is of a later revision,
	 * within the caller's transaction.
	 */
	public void cancelUpTo(String postId, ContentRevision contentRevision) {
		find(postId).filter((postCheck) -> postCheck.stage() != Stage.DONE || postCheck.content() != null)
			.filter((postCheck) -> !postCheck.revision().isAfter(contentRevision))
			.map((postCheck) -> postCheck.cancelled(this.clock.instant().plus(this.settings.expiry())))
			.ifPresent(this.mongo::save);
	}

	/**
	 * Cancels the check of removed content, as {@link #cancelUpTo}. Content whose events
	 * have not arrived yet will have no check, either, until a later revision arrives.
	 */
	public void cancelRemoved(ModeratedPostReference post, ModeratedThreadReference thread,
			ContentRevision contentRevision) {
		var now = this.clock.instant();
		if (find(post.id()).isEmpty()) {
			this.mongo.insert(PostCheck.none(post, thread, contentRevision, now, now.plus(this.settings.expiry())));
		}
		else {
			cancelUpTo(post.id(), contentRevision);
		}
	}

	/**
	 * Cancels the checks of a person's social posts and of the comments on them: not
	 * everybody may see them any more. They may be more than a transaction can change in
	 * its time.
	 */
	public void cancelSocial(String authorId) {
		cancelAll(Criteria.where("thread.author._id").is(authorId));
	}

	/** Cancels the checks of the comments on a person's social post in the same way. */
	public void cancelComments(String authorId, String postId) {
		cancelAll(Criteria.where("thread.author._id").is(authorId).and("thread._id").is(postId).and("_id").ne(postId));
	}

	private void cancelAll(Criteria social) {
		var open = social.and("thread.category._id").is(SocialPlace.PUBLIC.id()).and("content").exists(true);
		this.mongo.updateMulti(new Query(open),
				AggregationUpdate.update()
					.set("until")
					.toValueOf(IfNull.ifNull("until").then(this.clock.instant().plus(this.settings.expiry())))
					.set("stage")
					.toValue(Stage.DONE.name())
					.unset("content", "due", "claim"),
				PostCheck.class);
	}

	/** Finds checks with a verdict and a content, in the order of the posts' ids. */
	public List<PostCheck> findJudged(String afterPost, int limit) {
		return this.mongo.find(
				new Query(Criteria.where("_id").gt(afterPost).and("judgement").exists(true).and("content").exists(true))
					.with(Sort.by("_id"))
					.limit(limit),
				PostCheck.class);
	}

	/** When the next check is due; repeated checks count only if the model is ready. */
	Optional<Instant> findNextDue(boolean modelReady) {
		var stages = modelReady ? List.of(Stage.FIRST, Stage.AGAIN) : List.of(Stage.FIRST);
		var query = new Query(Criteria.where("stage").in(stages)).with(Sort.by("due")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, PostCheck.class)).map(PostCheck::due);
	}

	/**
	 * Claims a due check. First checks come before repeated checks. The newest and the
	 * oldest text take turns, so that a long queue neither delays what people write now
	 * nor forgets what waits.
	 */
	Optional<PostCheck> claim(boolean modelReady) {
		var order = (this.turn.getAndIncrement() % 2 == 0) ? Direction.DESC : Direction.ASC;
		return claim(Stage.FIRST, order).or(() -> modelReady ? claim(Stage.AGAIN, Direction.ASC) : Optional.empty());
	}

	private Optional<PostCheck> claim(Stage stage, Direction order) {
		var update = new Update().set("claim", Ids.next())
			.set("due", this.clock.instant().plus(this.lease))
			.inc("attempts", 1);
		var due = Criteria.where("stage").is(stage).and("due").lte(this.clock.instant());
		return Optional.ofNullable(this.mongo.findAndModify(new Query(due).with(Sort.by(order, "due")), update,
				FindAndModifyOptions.options().returnNew(true), PostCheck.class));
	}

	/**
	 * Stores the verdict of a claimed check.
	 * @return false if the claim was lost, so that the verdict must be dropped
	 */
	boolean conclude(PostCheck claimed, Judgement judgement) {
		return replace(claimed, claimed.judged(judgement, this.settings));
	}

	/** Postpones a claimed check until the model may be available. */
	void postpone(PostCheck claimed) {
		replace(claimed, claimed.postponed(this.clock.instant(), this.settings));
	}

	private boolean replace(PostCheck claimed, PostCheck next) {
		return this.mongo.replace(new Query(claimed(claimed)), next).getModifiedCount() == 1;
	}

	/** Releases the claim of a check that failed. */
	void release(PostCheck postCheck) {
		var later = this.clock.instant().plus(RELEASE_DELAY.multipliedBy(Math.min(postCheck.attempts(), 60)));
		this.mongo.updateFirst(new Query(claimed(postCheck)), new Update().set("due", later).unset("claim"),
				PostCheck.class);
	}

	long count(Stage stage) {
		return this.mongo.count(new Query(Criteria.where("stage").is(stage)), PostCheck.class);
	}

	/** Finds when the oldest text without a verdict arrived. */
	Optional<Instant> findOldestArrival() {
		var query = new Query(Criteria.where("stage").is(Stage.FIRST)).with(Sort.by("arrivedAt")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, PostCheck.class)).map(PostCheck::arrivedAt);
	}

	private static Criteria claimed(PostCheck postCheck) {
		return Criteria.where("_id").is(postCheck.postId()).and("claim").is(postCheck.claim());
	}

}
