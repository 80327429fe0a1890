package org.parley.forum.progress;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.place.FormerPlaces;
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
class ReadPositions {

	/** Nobody counts on; a long thread costs no more than this. */
	private static final int MOST = 1_000;

	private static final List<PostStatus> SHOWN = Arrays.stream(PostStatus.values())
		.filter(PostStatus::isShown)
		.toList();

	private final MongoOperations mongo;

	private final FormerPlaces formerPlaces;

	private final InstantSource clock;

	ReadPositions(MongoOperations mongo, FormerPlaces formerPlaces, InstantSource clock) {
		this.mongo = mongo;
		this.formerPlaces = formerPlaces;
		this.clock = clock;
	}

	/**
	 * A person has read up to a post. Whoever leafs back has still read what they have.
	 */
	void read(String memberId, String threadId, int number) {
		this.mongo.upsert(new Query(Criteria.where("_id").is(ReadPosition.id(memberId, threadId))),
				new Update().max("number", number).set("at", this.clock.instant()), ReadPosition.class);
	}

	/** How far a person has read, and what others have said since that everybody sees. */
	ReadPositionView of(String memberId, ForumThread thread) {
		var progress = find(memberId, thread.id());
		var number = progress.map(ReadPosition::number).orElseGet(() -> readBefore(memberId, thread));
		var unread = new Query(Criteria.where("threadId")
			.is(thread.id())
			.and("number")
			.gt(number)
			.and("status")
			.in(SHOWN)
			.and("authorId")
			.ne(memberId));
		var count = (int) this.mongo.count(Query.of(unread).limit(MOST), Post.class);
		return new ReadPositionView(number, count, (count > 0) ? first(unread) : null,
				progress.map(ReadPosition::at).orElse(null));
	}

	private Optional<ReadPosition> find(String memberId, String threadId) {
		return Optional.ofNullable(this.mongo.findById(ReadPosition.id(memberId, threadId), ReadPosition.class));
	}

	/** What somebody read before it became a thread of its own is read. */
	private int readBefore(String memberId, ForumThread thread) {
		var from = thread.splitFrom();
		return (from == null) ? 0
				: find(memberId, from).flatMap((there) -> this.formerPlaces.upTo(from, there.number(), thread.id()))
					.map(FormerPlace::as)
					.orElse(0);
	}

	private @Nullable Integer first(Query unread) {
		var first = this.mongo.findOne(Query.of(unread).with(Sort.by("number")), Post.class);
		return (first != null) ? first.number() : null;
	}

}
