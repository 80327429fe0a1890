package org.parley.forum.progress;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored read positions. */
@Component
class ReadPositions {

	/** The maximum unread count, which bounds the cost for long threads. */
	private static final int MAX_UNREAD = 1_000;

	private final MongoOperations mongo;

	private final FormerPlaces formerPlaces;

	private final InstantSource clock;

	ReadPositions(MongoOperations mongo, FormerPlaces formerPlaces, InstantSource clock) {
		this.mongo = mongo;
		this.formerPlaces = formerPlaces;
		this.clock = clock;
	}

	/** Saves how far a member has read; a smaller number changes only the time. */
	void markRead(String memberId, String threadId, int number) {
		this.mongo.upsert(new Query(Criteria.where("_id").is(ReadPosition.id(memberId, threadId))),
				new Update().max("number", number).set("at", this.clock.instant()), ReadPosition.class);
	}

	/** The number of the last post that a member has read; 0 if there is none. */
	int number(String memberId, String threadId) {
		return find(memberId, threadId).map(ReadPosition::number).orElse(0);
	}

	/** A member's position, with the number of later visible posts by others. */
	ReadPositionView position(String memberId, ForumThread thread) {
		var position = find(memberId, thread.id());
		var number = position.map(ReadPosition::number).orElseGet(() -> readBeforeSplit(memberId, thread));
		var unread = new Query(Criteria.where("threadId")
			.is(thread.id())
			.and("number")
			.gt(number)
			.and("status")
			.in(PostStatus.SHOWN)
			.and("authorId")
			.ne(memberId));
		var count = (int) this.mongo.count(Query.of(unread).limit(MAX_UNREAD), Post.class);
		return new ReadPositionView(number, count, (count > 0) ? first(unread) : null,
				position.map(ReadPosition::at).orElse(null));
	}

	/** The positions of a member in those of the threads that the member has read. */
	List<ThreadPositionView> positions(String memberId, List<String> threadIds) {
		var ids = threadIds.stream().map((threadId) -> ReadPosition.id(memberId, threadId)).toList();
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), ReadPosition.class)
			.stream()
			.map((position) -> new ThreadPositionView(position.threadId(), position.number(), position.at()))
			.toList();
	}

	private Optional<ReadPosition> find(String memberId, String threadId) {
		return Optional.ofNullable(this.mongo.findById(ReadPosition.id(memberId, threadId), ReadPosition.class));
	}

	/**
	 * The read position in a split-off thread, from the position in its source thread.
	 */
	private int readBeforeSplit(String memberId, ForumThread thread) {
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

	/**
	 * A member's read position in a thread.
	 *
	 * @param number the number of the last read post; 0 if the member has read none
	 * @param unread the number of later posts by others, at most 1000
	 * @param firstUnread the number of the first of these posts; null if there is none
	 * @param at when the position was saved last; null if it never was
	 */
	record ReadPositionView(@Schema(example = "37") int number, @Schema(example = "12") int unread,
			@Schema(example = "38") @Nullable Integer firstUnread, @Nullable Instant at) {
	}

	/**
	 * How far a member has read in a thread of a list.
	 *
	 * @param number the number of the last read post
	 * @param at when the position was saved last
	 */
	record ThreadPositionView(@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String threadId,
			@Schema(example = "37") int number, Instant at) {
	}

}
