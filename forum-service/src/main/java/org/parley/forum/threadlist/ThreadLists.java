package org.parley.forum.threadlist;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.view.ThreadView;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads pages of thread lists. */
@Component
class ThreadLists {

	private final MongoOperations mongo;

	private final Members members;

	private final InstantSource clock;

	ThreadLists(MongoOperations mongo, Members members, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
		this.members = members;
	}

	/** Returns the page at a cursor, or the first one. */
	Paged<ThreadView> cursorPage(ThreadFilter filter, ThreadOrder order, @Nullable Cursor from, int limit,
			ListAudience readers) {
		var began = (from != null) ? ThreadOrder.began(from) : nextMillisecond(this.clock.instant());
		var backwards = from != null && from.backwards();
		var found = new ArrayList<ForumThread>();
		for (var range : order.ranges(from)) {
			if (found.size() <= limit) {
				var query = query(filter, order, and(List.of(range), notReturnedBefore(order, from, found)));
				found.addAll(find(query.with(order.sort(backwards)).limit(limit + 1 - found.size())));
			}
		}
		var paged = Paged.walk(found, from, limit, order.json(), (thread) -> order.keys(thread, began));
		return new Paged<>(views(paged.data(), readers), paged.meta());
	}

	/** Rounds up: a thread that sank in this millisecond is already in its new place. */
	private static Instant nextMillisecond(Instant now) {
		return now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
	}

	/**
	 * Excludes threads that the reader has had: those on this page, and those that sank
	 * since the first page and may have been on an earlier one.
	 */
	private static Criteria notReturnedBefore(ThreadOrder order, @Nullable Cursor from, List<ForumThread> found) {
		var notFound = Criteria.where("_id").nin(found.stream().map(ForumThread::id).toList());
		if (from == null || from.backwards() || !order.isMutable()) {
			return found.isEmpty() ? new Criteria() : notFound;
		}
		var notSunk = Criteria.where("sankAt").not().gte(ThreadOrder.began(from));
		return found.isEmpty() ? notSunk : new Criteria().andOperator(notFound, notSunk);
	}

	/** Returns a numbered page with the total number of threads. */
	Paged<ThreadView> numberedPage(ThreadFilter filter, ThreadOrder order, int page, int limit, ListAudience readers) {
		var all = (order == ThreadOrder.UNANSWERED) ? order.ranges(null).getFirst() : new Criteria();
		var found = find(query(filter, order, all).with(order.sort()).skip((long) (page - 1) * limit).limit(limit));
		var total = this.mongo.count(query(filter, order, all), ForumThread.class);
		return Paged.numbered(views(found, readers), page, limit, total);
	}

	private static Query query(ThreadFilter filter, ThreadOrder order, Criteria range) {
		return new Query(and(filter.criteria(), range)).withHint(filter.indexPrefix().indexName(order));
	}

	private static Criteria and(Collection<Criteria> filter, Criteria range) {
		return new Criteria().andOperator(Stream.concat(filter.stream(), Stream.of(range)).toList());
	}

	private List<ForumThread> find(Query query) {
		return this.mongo.find(query, ForumThread.class);
	}

	private List<ThreadView> views(List<ForumThread> threads, ListAudience readers) {
		var people = this.members.authors(
				threads.stream().flatMap((thread) -> Stream.of(thread.authorId(), thread.counters().lastPostBy())));
		return threads.stream()
			.map((thread) -> ThreadView.of(thread, readers.slug(thread.categoryId()), people)
				.withPicture(thread.picture()))
			.toList();
	}

}
