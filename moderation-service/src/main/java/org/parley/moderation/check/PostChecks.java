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
 * The list of what waits for a check. Workers share it by claims: each takes one at a
 * time, and what it took is free again when it is not heard of in time.
 */
@Component
class PostChecks implements InitializingBean {

	private static final Duration LATER = Duration.ofSeconds(5);

	/** Pauses grow with the attempts, up to so many times the first. */
	private static final int LONGEST = 60;

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final CheckSettings settings;

	private final Duration lease;

	PostChecks(MongoOperations mongo, InstantSource clock, CheckSettings settings,
			ModerationModelClient moderationModelClient) {
		this.mongo = mongo;
		this.clock = clock;
		this.settings = settings;
		this.lease = moderationModelClient.longest().plus(settings.margin());
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(PostCheck.class);
		indexes.createIndex(new Index("stage", Direction.ASC).on("due", Direction.ASC));
		indexes.createIndex(new Index("stage", Direction.ASC).on("since", Direction.ASC));
		indexes.createIndex(new Index("until", Direction.ASC).expire(Duration.ZERO));
	}

	Optional<PostCheck> find(String postId) {
		return Optional.ofNullable(this.mongo.findById(postId, PostCheck.class));
	}

	/** Puts a check in the place of an older one. */
	void put(PostCheck postCheck) {
		this.mongo.save(postCheck);
	}

	/** Nobody waits for a check of this content any more, or of older. */
	void drop(String postId, ContentRevision contentRevision) {
		find(postId).filter((postCheck) -> !postCheck.revision().isAfter(contentRevision))
			.ifPresent(this.mongo::remove);
	}

	/** Whether there is one to take now. */
	boolean wait(boolean again) {
		return this.mongo.exists(new Query(due(Stage.FIRST)), PostCheck.class)
				|| (again && this.mongo.exists(new Query(due(Stage.AGAIN)), PostCheck.class));
	}

	/** Takes one, those without a verdict before others. */
	Optional<PostCheck> claim(boolean again) {
		return claim(Stage.FIRST).or(() -> again ? claim(Stage.AGAIN) : Optional.empty());
	}

	private Optional<PostCheck> claim(Stage stage) {
		var update = new Update().set("claim", Ids.next())
			.set("due", this.clock.instant().plus(this.lease))
			.inc("attempts", 1);
		return Optional.ofNullable(this.mongo.findAndModify(new Query(due(stage)).with(Sort.by("due")), update,
				FindAndModifyOptions.options().returnNew(true), PostCheck.class));
	}

	/** Ends a check; false when its claim is lost, and its verdict with it. */
	boolean finish(PostCheck postCheck) {
		return this.mongo.remove(new Query(mine(postCheck)), PostCheck.class).getDeletedCount() == 1;
	}

	/** Keeps a check for when a model can be asked; false when its claim is lost. */
	boolean keep(PostCheck postCheck) {
		var now = this.clock.instant();
		var expiry = (postCheck.until() != null) ? postCheck.until() : now.plus(this.settings.expiry());
		var update = new Update().set("stage", Stage.AGAIN)
			.set("due", now.plus(pause(this.settings.again(), postCheck)))
			.set("until", expiry)
			.unset("claim");
		return this.mongo.updateFirst(new Query(mine(postCheck)), update, PostCheck.class).getModifiedCount() == 1;
	}

	/** Gives a check back that could not be ended. */
	void giveBack(PostCheck postCheck) {
		var later = this.clock.instant().plus(pause(LATER, postCheck));
		this.mongo.updateFirst(new Query(mine(postCheck)), new Update().set("due", later).unset("claim"),
				PostCheck.class);
	}

	private static Duration pause(Duration first, PostCheck postCheck) {
		return first.multipliedBy(Math.min(postCheck.attempts(), LONGEST));
	}

	long count(Stage stage) {
		return this.mongo.count(new Query(Criteria.where("stage").is(stage)), PostCheck.class);
	}

	/** Since when the oldest waits for its first verdict. */
	Optional<Instant> oldest() {
		var query = new Query(Criteria.where("stage").is(Stage.FIRST)).with(Sort.by("since")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, PostCheck.class)).map(PostCheck::since);
	}

	private Criteria due(Stage stage) {
		return Criteria.where("stage").is(stage).and("due").lte(this.clock.instant());
	}

	private static Criteria mine(PostCheck postCheck) {
		return Criteria.where("_id").is(postCheck.postId()).and("claim").is(postCheck.claim());
	}

}
