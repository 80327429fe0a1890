package org.parley.notification.mailinglist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The posts that are being mailed. */
@Component
class ListPosts extends MongoDueRecords<ListPost> {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	/** The event of a category is not late for longer. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

	/**
	 * Older posts are read on the site, so that lists never hold up each other for good.
	 */
	private static final Duration USEFUL = Duration.ofDays(1);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	ListPosts(MongoOperations mongo, InstantSource clock) {
		super(mongo, ListPost.class, DUE, clock);
		this.mongo = mongo;
		this.clock = clock;
	}

	void saveAll(Collection<ListPost> posts) {
		posts.forEach((post) -> ContendedUpsert.write(() -> this.mongo.save(post)));
	}

	/** Replaces the text of a post that is still being mailed. */
	void replaceText(ListPost post) {
		this.mongo.updateFirst(byId(post), Update.update("content", post.content()).set("html", post.html()),
				ListPost.class);
	}

	/** The present state of a post; empty if it is mailed to all. */
	Optional<ListPost> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ListPost.class));
	}

	/** Whether a post is recent enough to wait. */
	boolean mayWait(ListPost post) {
		var limit = this.clock.instant().minus(LONGEST_WAIT);
		return Ids.timeOf(post.id()).filter(limit::isBefore).isPresent();
	}

	/** When mails that are queued now become useless. */
	Instant usefulUntil() {
		return this.clock.instant().plus(USEFUL);
	}

	/** Goes on after a person. */
	void continueAfter(ListPost post, String userId) {
		this.mongo.updateFirst(byId(post), Update.update("after", userId), ListPost.class);
	}

	void remove(ListPost post) {
		this.mongo.remove(byId(post), ListPost.class);
	}

	@Override
	public void postpone(ListPost post) {
		this.mongo.updateFirst(byId(post), Update.update(DUE, this.clock.instant().plus(PAUSE)), ListPost.class);
	}

	private static Query byId(ListPost post) {
		return new Query(Criteria.where("_id").is(post.id()));
	}

}
