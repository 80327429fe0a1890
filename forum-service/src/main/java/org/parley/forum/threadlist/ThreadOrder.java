package org.parley.forum.threadlist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The ways to sort threads. Each ends with the id, which no two threads share, so that a
 * walk by cursors meets nothing twice.
 */
enum ThreadOrder {

	/** By last activity, the pinned ones first. */
	LATEST {

		@Override
		List<String> fields() {
			return List.of("pinned", "lastActivityAt");
		}

		@Override
		List<String> varying() {
			return List.of("lastActivityAt");
		}

		@Override
		Object[] keys(ForumThread thread) {
			return new Object[] { thread.pinned(), thread.counters().lastActivityAt(), thread.id() };
		}

		// The pinned ones, then the others: each stretch is one seek in the index.
		@Override
		List<Criteria> stretches(@Nullable Cursor from) {
			if (from == null) {
				return List.of(pinned(true), pinned(false));
			}
			var pinned = Boolean.parseBoolean(from.text(0));
			var rest = new Criteria().andOperator(pinned(pinned),
					beyond("lastActivityAt", instant(from, 1), from.text(2), from.backwards()));
			return (pinned == from.backwards()) ? List.of(rest) : List.of(rest, pinned(!pinned));
		}

	},

	/** By birth, the youngest first. */
	NEWEST {

		@Override
		Object[] keys(ForumThread thread) {
			return new Object[] { thread.id() };
		}

		@Override
		List<Criteria> stretches(@Nullable Cursor from) {
			return List.of((from != null) ? beyond(from.text(0), from.backwards()) : new Criteria());
		}

	},

	/** By votes. */
	TOP {

		@Override
		List<String> fields() {
			return List.of("voteScore");
		}

		@Override
		Object[] keys(ForumThread thread) {
			return new Object[] { thread.counters().voteScore(), thread.id() };
		}

		@Override
		List<Criteria> stretches(@Nullable Cursor from) {
			return List.of((from != null) ? beyond("voteScore", from.number(0), from.text(1), from.backwards())
					: new Criteria());
		}

	},

	/** Those without a reply, the youngest first. */
	UNANSWERED {

		@Override
		Object[] keys(ForumThread thread) {
			return NEWEST.keys(thread);
		}

		@Override
		List<Criteria> stretches(@Nullable Cursor from) {
			var unanswered = Criteria.where("replyCount").is(0);
			return List
				.of((from != null) ? unanswered.andOperator(beyond(from.text(0), from.backwards())) : unanswered);
		}

	};

	private static final Instant FIRST = Instant.EPOCH;

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	static ThreadOrder of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** What tells a thread's place. */
	abstract Object[] keys(ForumThread thread);

	/** What a cursor holds: the place of a thread, and when the walk began. */
	Object[] keys(ForumThread thread, Instant began) {
		return Stream.concat(Stream.of(keys(thread)), Stream.of(began)).toArray();
	}

	/** When the walk began that came to this place. */
	static Instant began(Cursor from) {
		return instant(from, from.keys().size() - 1);
	}

	/**
	 * What is still to be read of the list, in parts that are read one after the other.
	 */
	abstract List<Criteria> stretches(@Nullable Cursor from);

	/** The fields that the list is sorted by, before the id. */
	List<String> fields() {
		return List.of();
	}

	/** Whether threads change their places. */
	boolean moves() {
		return !fields().isEmpty();
	}

	/** Those of the fields that differ within a stretch. */
	List<String> varying() {
		return fields();
	}

	/** Sorts the whole list. */
	Sort sort() {
		return by(Sort.Direction.DESC, fields());
	}

	/** Sorts a stretch. */
	Sort sort(boolean backwards) {
		return by(backwards ? Sort.Direction.ASC : Sort.Direction.DESC, varying());
	}

	private static Sort by(Sort.Direction direction, List<String> fields) {
		return Sort.by(direction, Stream.concat(fields.stream(), Stream.of("_id")).toArray(String[]::new));
	}

	@Nullable Cursor parse(@Nullable String cursor) {
		return (cursor != null) ? Cursor.parse(cursor, json(), fields().size() + 2) : null;
	}

	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static Criteria pinned(boolean pinned) {
		return Criteria.where("pinned").is(pinned);
	}

	private static Criteria beyond(String id, boolean backwards) {
		return backwards ? Criteria.where("_id").gt(id) : Criteria.where("_id").lt(id);
	}

	/** One range of the index; those at its edge are told apart by the id. */
	private static Criteria beyond(String field, Object edge, String id, boolean backwards) {
		var range = Criteria.where(field);
		var strictly = Criteria.where(field);
		return new Criteria().andOperator(backwards ? range.gte(edge) : range.lte(edge),
				new Criteria().orOperator(backwards ? strictly.gt(edge) : strictly.lt(edge), beyond(id, backwards)));
	}

	private static Instant instant(Cursor cursor, int position) {
		var instant = cursor.instant(position);
		if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
			throw ProblemException.field("cursor", "cursor.invalid", "This is not a cursor of this list.");
		}
		return instant;
	}

}
