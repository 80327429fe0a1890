package org.parley.forum.threadlist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.Cursor;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The sort orders of thread lists. Each ends with the unique id, so that cursors never
 * repeat a thread.
 */
enum ThreadOrder {

	/** By last activity, pinned threads first. */
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

		// Pinned threads, then the others: each range is one seek in the index.
		@Override
		List<Criteria> ranges(@Nullable Cursor from) {
			if (from == null) {
				return List.of(pinned(true), pinned(false));
			}
			var pinned = Boolean.parseBoolean(from.text(0));
			var rest = new Criteria().andOperator(pinned(pinned),
					beyond("lastActivityAt", instant(from, 1), from.text(2), from.backwards()));
			return (pinned == from.backwards()) ? List.of(rest) : List.of(rest, pinned(!pinned));
		}

	},

	/** By creation time, newest first. */
	NEWEST {

		@Override
		Object[] keys(ForumThread thread) {
			return new Object[] { thread.id() };
		}

		@Override
		List<Criteria> ranges(@Nullable Cursor from) {
			return List.of((from != null) ? beyond(from.text(0), from.backwards()) : new Criteria());
		}

	},

	/** By vote score, highest first. */
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
		List<Criteria> ranges(@Nullable Cursor from) {
			return List.of((from != null) ? beyond("voteScore", from.number(0), from.text(1), from.backwards())
					: new Criteria());
		}

	},

	/** Threads without replies, newest first. */
	UNANSWERED {

		@Override
		Object[] keys(ForumThread thread) {
			return NEWEST.keys(thread);
		}

		@Override
		List<Criteria> ranges(@Nullable Cursor from) {
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

	/** The sort keys of a thread. */
	abstract Object[] keys(ForumThread thread);

	/** The keys in a cursor: the sort keys of a thread and the time of the first page. */
	Object[] keys(ForumThread thread, Instant began) {
		return Stream.concat(Stream.of(keys(thread)), Stream.of(began)).toArray();
	}

	/** The time when the reader requested the first page. */
	static Instant began(Cursor from) {
		return instant(from, from.keys().size() - 1);
	}

	/** The rest of the list after a cursor, as index ranges to be read in sequence. */
	abstract List<Criteria> ranges(@Nullable Cursor from);

	/** The sort fields before the id. */
	List<String> fields() {
		return List.of();
	}

	/** Whether threads can change their position. */
	boolean isMutable() {
		return !fields().isEmpty();
	}

	/** The sort fields that vary within a range. */
	List<String> varying() {
		return fields();
	}

	/** Sorts the whole list. */
	Sort sort() {
		return by(Sort.Direction.DESC, fields());
	}

	/** Sorts a range. */
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

	/** One range of the index; the id separates threads with the same value. */
	private static Criteria beyond(String field, Object edge, String id, boolean backwards) {
		var range = Criteria.where(field);
		var strictly = Criteria.where(field);
		return new Criteria().andOperator(backwards ? range.gte(edge) : range.lte(edge),
				new Criteria().orOperator(backwards ? strictly.gt(edge) : strictly.lt(edge), beyond(id, backwards)));
	}

	private static Instant instant(Cursor cursor, int position) {
		var instant = cursor.instant(position);
		if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
			throw RefusalException.field("cursor", "cursor.invalid", "The cursor does not belong to this list.");
		}
		return instant;
	}

}
