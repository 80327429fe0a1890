package org.parley.forum.mailedpost;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.contracts.mail.PostMailed;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.MongoDueRecords;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The mailed posts that wait for their pictures or for their thread. */
@Component
class IncompletePosts extends MongoDueRecords<IncompletePost> {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** A picture that has not arrived then is left out. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	IncompletePosts(MongoOperations mongo, InstantSource clock) {
		super(mongo, IncompletePost.class, DUE, clock);
		this.mongo = mongo;
		this.clock = clock;
	}

	void add(PostMailed mailed) {
		var now = this.clock.instant();
		this.mongo.insert(new IncompletePost(Ids.next(), mailed, now, now.plus(PAUSE)));
	}

	/** Whether a post has waited for long enough. */
	boolean isOverdue(IncompletePost post) {
		return !post.since().plus(LONGEST_WAIT).isAfter(this.clock.instant());
	}

	/** Removes a post; false if another worker has. */
	boolean remove(IncompletePost post) {
		return this.mongo.remove(byId(post), IncompletePost.class).getDeletedCount() == 1;
	}

	@Override
	public void postpone(IncompletePost post) {
		this.mongo.updateFirst(byId(post), Update.update(DUE, this.clock.instant().plus(PAUSE)), IncompletePost.class);
	}

	private static Query byId(IncompletePost post) {
		return new Query(Criteria.where("_id").is(post.id()));
	}

}
