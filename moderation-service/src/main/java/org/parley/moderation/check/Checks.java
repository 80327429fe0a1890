package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.moderation.check.Check.Stage;
import org.parley.moderation.model.Asking;
import org.parley.moderation.subject.Revision;
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
class Checks implements InitializingBean {

	private static final Duration LATER = Duration.ofSeconds(5);

	/** Pauses grow with the attempts, up to so many times the first. */
	private static final int LONGEST = 60;

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final CheckSettings settings;

	private final Duration lease;

	Checks(MongoOperations mongo, InstantSource clock, CheckSettings settings, Asking asking) {
		this.mongo = mongo;
		this.clock = clock;
		this.settings = settings;
		this.lease = asking.longest().plus(settings.margin());
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Check.class);
		indexes.createIndex(new Index("stage", Direction.ASC).on("due", Direction.ASC));
		indexes.createIndex(new Index("stage", Direction.ASC).on("since", Direction.ASC));
		indexes.createIndex(new Index("until", Direction.ASC).expire(Duration.ZERO));
	}

	Optional<Check> find(String postId) {
		return Optional.ofNullable(this.mongo.findById(postId, Check.class));
	}

	/** Puts a check in the place of an older one. */
	void put(Check check) {
		this.mongo.save(check);
	}

	/** Nobody waits for a check of this content any more, or of older. */
	void drop(String postId, Revision revision) {
		find(postId).filter((check) -> !check.revision().isAfter(revision)).ifPresent(this.mongo::remove);
	}

	/** Whether there is one to take now. */
	boolean wait(boolean again) {
		return this.mongo.exists(new Query(due(Stage.FIRST)), Check.class)
				|| (again && this.mongo.exists(new Query(due(Stage.AGAIN)), Check.class));
	}

	/** Takes one, those without a verdict before others. */
	Optional<Check> claim(boolean again) {
		return claim(Stage.FIRST).or(() -> again ? claim(Stage.AGAIN) : Optional.empty());
	}

	private Optional<Check> claim(Stage stage) {
		var update = new Update().set("claim", Ids.next())
			.set("due", this.clock.instant().plus(this.lease))
			.inc("attempts", 1);
		return Optional.ofNullable(this.mongo.findAndModify(new Query(due(stage)).with(Sort.by("due")), update,
				FindAndModifyOptions.options().returnNew(true), Check.class));
	}

	/** Ends a check; false when its claim is lost, and its verdict with it. */
	boolean finish(Check check) {
		return this.mongo.remove(new Query(mine(check)), Check.class).getDeletedCount() == 1;
	}

	/** Keeps a check for when a model can be asked; false when its claim is lost. */
	boolean keep(Check check) {
		var now = this.clock.instant();
		var expiry = (check.until() != null) ? check.until() : now.plus(this.settings.expiry());
		var update = new Update().set("stage", Stage.AGAIN)
			.set("due", now.plus(pause(this.settings.again(), check)))
			.set("until", expiry)
			.unset("claim");
		return this.mongo.updateFirst(new Query(mine(check)), update, Check.class).getModifiedCount() == 1;
	}

	/** Gives a check back that could not be ended. */
	void giveBack(Check check) {
		var later = this.clock.instant().plus(pause(LATER, check));
		this.mongo.updateFirst(new Query(mine(check)), new Update().set("due", later).unset("claim"), Check.class);
	}

	private static Duration pause(Duration first, Check check) {
		return first.multipliedBy(Math.min(check.attempts(), LONGEST));
	}

	long count(Stage stage) {
		return this.mongo.count(new Query(Criteria.where("stage").is(stage)), Check.class);
	}

	/** Since when the oldest waits for its first verdict. */
	Optional<Instant> oldest() {
		var query = new Query(Criteria.where("stage").is(Stage.FIRST)).with(Sort.by("since")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, Check.class)).map(Check::since);
	}

	private Criteria due(Stage stage) {
		return Criteria.where("stage").is(stage).and("due").lte(this.clock.instant());
	}

	private static Criteria mine(Check check) {
		return Criteria.where("_id").is(check.postId()).and("claim").is(check.claim());
	}

}
