package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.model.ModerationModelClient;
import org.parley.moderation.subject.ContentRevision;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores scheduled checks. Workers claim them one by one; a claim expires when its worker
 * does not finish in time.
 */
@Component
public class PostChecks implements InitializingBean {

	private static final Duration RELEASE_DELAY = Duration.ofSeconds(5);

	/** Delays grow with the attempts, up to this multiple of the first delay. */
	private static final int MAX_DELAY_FACTOR = 60;

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final CheckSettings settings;

	private final Duration lease;

	PostChecks(MongoOperations mongo, InstantSource clock, CheckSettings settings,
			ModerationModelClient moderationModelClient) {
		this.mongo = mongo;
		this.clock = clock;
		this.settings = settings;
		this.lease = moderationModelClient.maxDuration().plus(settings.margin());
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(PostCheck.class);
		indexes.createIndex(new Index("stage", Direction.ASC).on("due", Direction.ASC));
		indexes.createIndex(new Index("stage", Direction.ASC).on("since", Direction.ASC));
		indexes.createIndex(new Index("until", Direction.ASC).expire(Duration.ZERO));
	}

	public Optional<PostCheck> find(String postId) {
		return Optional.ofNullable(this.mongo.findById(postId, PostCheck.class));
	}

	/** Stores a check; it replaces the post's previous check. */
	public void save(PostCheck postCheck) {
		this.mongo.save(postCheck);
	}

	/** Removes the check of a post, unless it is of a later revision. */
	public void removeUpTo(String postId, ContentRevision contentRevision) {
		find(postId).filter((postCheck) -> !postCheck.revision().isAfter(contentRevision))
			.ifPresent(this.mongo::remove);
	}

	/** Whether a check is due; repeated checks only if the model is ready. */
	boolean hasDue(boolean modelReady) {
		return this.mongo.exists(new Query(due(Stage.FIRST)), PostCheck.class)
				|| (modelReady && this.mongo.exists(new Query(due(Stage.AGAIN)), PostCheck.class));
	}

	/** Claims a due check. First checks come before repeated checks. */
	Optional<PostCheck> claim(boolean modelReady) {
		return claim(Stage.FIRST).or(() -> modelReady ? claim(Stage.AGAIN) : Optional.empty());
	}

	private Optional<PostCheck> claim(Stage stage) {
		var update = new Update().set("claim", Ids.next())
			.set("due", this.clock.instant().plus(this.lease))
			.inc("attempts", 1);
		return Optional.ofNullable(this.mongo.findAndModify(new Query(due(stage)).with(Sort.by("due")), update,
				FindAndModifyOptions.options().returnNew(true), PostCheck.class));
	}

	/**
	 * Removes a finished check.
	 * @return false if the claim was lost, so that the verdict must be dropped
	 */
	boolean finish(PostCheck postCheck) {
		return this.mongo.remove(new Query(claimed(postCheck)), PostCheck.class).getDeletedCount() == 1;
	}

	/**
	 * Postpones a check until the model may be available.
	 * @return false if the claim was lost, so that the verdict must be dropped
	 */
	boolean postpone(PostCheck postCheck) {
		var now = this.clock.instant();
		var expiry = (postCheck.until() != null) ? postCheck.until() : now.plus(this.settings.expiry());
		var update = new Update().set("stage", Stage.AGAIN)
			.set("due", now.plus(delay(this.settings.again(), postCheck)))
			.set("until", expiry)
			.unset("claim");
		return this.mongo.updateFirst(new Query(claimed(postCheck)), update, PostCheck.class).getModifiedCount() == 1;
	}

	/** Releases the claim of a check that failed. */
	void release(PostCheck postCheck) {
		var later = this.clock.instant().plus(delay(RELEASE_DELAY, postCheck));
		this.mongo.updateFirst(new Query(claimed(postCheck)), new Update().set("due", later).unset("claim"),
				PostCheck.class);
	}

	private static Duration delay(Duration first, PostCheck postCheck) {
		return first.multipliedBy(Math.min(postCheck.attempts(), MAX_DELAY_FACTOR));
	}

	long count(Stage stage) {
		return this.mongo.count(new Query(Criteria.where("stage").is(stage)), PostCheck.class);
	}

	/** Finds when the oldest text without a verdict arrived. */
	Optional<Instant> findOldestArrival() {
		var query = new Query(Criteria.where("stage").is(Stage.FIRST)).with(Sort.by("since")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, PostCheck.class)).map(PostCheck::since);
	}

	private Criteria due(Stage stage) {
		return Criteria.where("stage").is(stage).and("due").lte(this.clock.instant());
	}

	private static Criteria claimed(PostCheck postCheck) {
		return Criteria.where("_id").is(postCheck.postId()).and("claim").is(postCheck.claim());
	}

}
