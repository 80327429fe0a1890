package org.parley.forum.progress;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.place.Place;
import org.parley.forum.place.Places;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostStatus;
import org.parley.forum.thread.ForumThread;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who has read how far. */
@Component
class Readers {

	/** Nobody counts on; a long thread costs no more than this. */
	private static final int MOST = 1_000;

	private static final List<PostStatus> SHOWN = Arrays.stream(PostStatus.values())
		.filter(PostStatus::isShown)
		.toList();

	private final MongoOperations mongo;

	private final Places places;

	private final InstantSource clock;

	Readers(MongoOperations mongo, Places places, InstantSource clock) {
		this.mongo = mongo;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * A person has read up to a post. Whoever leafs back has still read what they have.
	 */
	void read(String memberId, String threadId, int number) {
		this.mongo.upsert(new Query(Criteria.where("_id").is(Progress.id(memberId, threadId))),
				new Update().max("number", number).set("at", this.clock.instant()), Progress.class);
	}

	/** How far a person has read, and what others have said since that everybody sees. */
	ProgressView of(String memberId, ForumThread thread) {
		var progress = find(memberId, thread.id());
		var number = progress.map(Progress::number).orElseGet(() -> readBefore(memberId, thread));
		var unread = new Query(Criteria.where("threadId")
			.is(thread.id())
			.and("number")
			.gt(number)
			.and("status")
			.in(SHOWN)
			.and("authorId")
			.ne(memberId));
		var count = (int) this.mongo.count(Query.of(unread).limit(MOST), Post.class);
		return new ProgressView(number, count, (count > 0) ? first(unread) : null,
				progress.map(Progress::at).orElse(null));
	}

	private Optional<Progress> find(String memberId, String threadId) {
		return Optional.ofNullable(this.mongo.findById(Progress.id(memberId, threadId), Progress.class));
	}

	/** What somebody read before it became a thread of its own is read. */
	private int readBefore(String memberId, ForumThread thread) {
		var from = thread.splitFrom();
		return (from == null) ? 0
				: find(memberId, from).flatMap((there) -> this.places.upTo(from, there.number(), thread.id()))
					.map(Place::as)
					.orElse(0);
	}

	private @Nullable Integer first(Query unread) {
		var first = this.mongo.findOne(Query.of(unread).with(Sort.by("number")), Post.class);
		return (first != null) ? first.number() : null;
	}

}
