package org.parley.forum.listing;

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
class Listing {

	private final MongoOperations mongo;

	private final Members members;

	private final InstantSource clock;

	Listing(MongoOperations mongo, Members members, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
		this.members = members;
	}

	/** A page of a walk by cursors. */
	Paged<ThreadView> walk(Filter filter, Order order, @Nullable Cursor from, int limit, Readership readers) {
		var began = (from != null) ? Order.began(from) : next(this.clock.instant());
		var backwards = from != null && from.backwards();
		var found = new ArrayList<ForumThread>();
		for (var stretch : order.stretches(from)) {
			if (found.size() <= limit) {
				var query = query(filter, order, and(List.of(stretch), unmet(order, from, found)));
				found.addAll(find(query.with(order.sort(backwards)).limit(limit + 1 - found.size())));
			}
		}
		var paged = Paged.walk(found, from, limit, order.json(), (thread) -> order.keys(thread, began));
		return new Paged<>(views(paged.data(), readers), paged.meta());
	}

	/** What sank in this very millisecond is where it is to be met. */
	private static Instant next(Instant now) {
		return now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
	}

	/**
	 * What was not met before: what sank since the walk began may have been, further up.
	 */
	private static Criteria unmet(Order order, @Nullable Cursor from, List<ForumThread> found) {
		var here = Criteria.where("_id").nin(found.stream().map(ForumThread::id).toList());
		if (from == null || from.backwards() || !order.moves()) {
			return found.isEmpty() ? new Criteria() : here;
		}
		var unsunk = Criteria.where("sankAt").not().gte(Order.began(from));
		return found.isEmpty() ? unsunk : new Criteria().andOperator(here, unsunk);
	}

	/** A numbered page, with how many threads there are. */
	Paged<ThreadView> page(Filter filter, Order order, int page, int limit, Readership readers) {
		var all = (order == Order.UNANSWERED) ? order.stretches(null).getFirst() : new Criteria();
		var found = find(query(filter, order, all).with(order.sort()).skip((long) (page - 1) * limit).limit(limit));
		var total = this.mongo.count(query(filter, order, all), ForumThread.class);
		return Paged.numbered(views(found, readers), page, limit, total);
	}

	private static Query query(Filter filter, Order order, Criteria stretch) {
		return new Query(and(filter.criteria(), stretch)).withHint(filter.narrowing().index(order));
	}

	private static Criteria and(Collection<Criteria> filter, Criteria stretch) {
		return new Criteria().andOperator(Stream.concat(filter.stream(), Stream.of(stretch)).toList());
	}

	private List<ForumThread> find(Query query) {
		return this.mongo.find(query, ForumThread.class);
	}

	private List<ThreadView> views(List<ForumThread> threads, Readership readers) {
		var people = this.members.byId(threads.stream()
			.flatMap((thread) -> Stream.of(thread.authorId(), thread.counters().lastPostBy()))
			.distinct()
			.toList());
		return threads.stream().map((thread) -> view(thread, people, readers)).toList();
	}

	private static ThreadView view(ForumThread thread, Map<String, Member> people, Readership readers) {
		return ThreadView.of(thread, readers.slug(thread.categoryId()), member(people, thread.authorId()).person(),
				member(people, thread.counters().lastPostBy()).person());
	}

	private static Member member(Map<String, Member> people, String id) {
		return Objects.requireNonNull(people.get(id), "Every author is a member");
	}

}
