package org.parley.forum.threadlist;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadView;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads lists of threads. */
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

	/** A page of a walk by cursors. */
	Paged<ThreadView> walk(ThreadFilter threadFilter, ThreadOrder threadOrder, @Nullable Cursor from, int limit,
			ListAudience readers) {
		var began = (from != null) ? ThreadOrder.began(from) : next(this.clock.instant());
		var backwards = from != null && from.backwards();
		var found = new ArrayList<ForumThread>();
		for (var stretch : threadOrder.stretches(from)) {
			if (found.size() <= limit) {
				var query = query(threadFilter, threadOrder, and(List.of(stretch), unmet(threadOrder, from, found)));
				found.addAll(find(query.with(threadOrder.sort(backwards)).limit(limit + 1 - found.size())));
			}
		}
		var paged = Paged.walk(found, from, limit, threadOrder.json(), (thread) -> threadOrder.keys(thread, began));
		return new Paged<>(views(paged.data(), readers), paged.meta());
	}

	/** What sank in this very millisecond is where it is to be met. */
	private static Instant next(Instant now) {
		return now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
	}

	/**
	 * What was not met before: what sank since the walk began may have been, further up.
	 */
	private static Criteria unmet(ThreadOrder threadOrder, @Nullable Cursor from, List<ForumThread> found) {
		var here = Criteria.where("_id").nin(found.stream().map(ForumThread::id).toList());
		if (from == null || from.backwards() || !threadOrder.moves()) {
			return found.isEmpty() ? new Criteria() : here;
		}
		var unsunk = Criteria.where("sankAt").not().gte(ThreadOrder.began(from));
		return found.isEmpty() ? unsunk : new Criteria().andOperator(here, unsunk);
	}

	/** A numbered page, with how many threads there are. */
	Paged<ThreadView> page(ThreadFilter threadFilter, ThreadOrder threadOrder, int page, int limit,
			ListAudience readers) {
		var all = (threadOrder == ThreadOrder.UNANSWERED) ? threadOrder.stretches(null).getFirst() : new Criteria();
		var found = find(query(threadFilter, threadOrder, all).with(threadOrder.sort())
			.skip((long) (page - 1) * limit)
			.limit(limit));
		var total = this.mongo.count(query(threadFilter, threadOrder, all), ForumThread.class);
		return Paged.numbered(views(found, readers), page, limit, total);
	}

	private static Query query(ThreadFilter threadFilter, ThreadOrder threadOrder, Criteria stretch) {
		return new Query(and(threadFilter.criteria(), stretch)).withHint(threadFilter.narrowing().index(threadOrder));
	}

	private static Criteria and(Collection<Criteria> threadFilter, Criteria stretch) {
		return new Criteria().andOperator(Stream.concat(threadFilter.stream(), Stream.of(stretch)).toList());
	}

	private List<ForumThread> find(Query query) {
		return this.mongo.find(query, ForumThread.class);
	}

	private List<ThreadView> views(List<ForumThread> threads, ListAudience readers) {
		var people = this.members.byId(threads.stream()
			.flatMap((thread) -> Stream.of(thread.authorId(), thread.counters().lastPostBy()))
			.distinct()
			.toList());
		return threads.stream().map((thread) -> view(thread, people, readers)).toList();
	}

	private static ThreadView view(ForumThread thread, Map<String, Member> people, ListAudience readers) {
		return ThreadView.of(thread, readers.slug(thread.categoryId()), member(people, thread.authorId()).person(),
				member(people, thread.counters().lastPostBy()).person());
	}

	private static Member member(Map<String, Member> people, String id) {
		return Objects.requireNonNull(people.get(id), "Every author is a member");
	}

}
