package org.parley.forum.relocation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread that is being merged or split: what shall be, and how far it is. Whoever does
 * a step notes it here, in the transaction of the step; so it goes on from there, whoever
 * dies when.
 */
@Document("thread_works")
class ThreadRelocation {

	@Id
	private final String id;

	private final RelocationKind kind;

	private final String sourceId;

	private final String targetId;

	private final PersonReference by;

	private final Instant closedAt;

	private @Nullable SplitPart part;

	private RelocationState state = RelocationState.CLOSING;

	/** The number of the last post that went. */
	private int reached;

	private int moved;

	/** The posts of the last batch, until what people keep of them has followed. */
	private List<String> carried = List.of();

	/** When there is something to do; null when nothing is left. Queries read it. */
	@SuppressWarnings("UnusedVariable")
	private @Nullable Instant dueAt;

	private @Nullable Instant finishedAt;

	@Version
	private @Nullable Long version;

	ThreadRelocation(String id, RelocationKind kind, String sourceId, String targetId, PersonReference by,
			Instant closedAt) {
		this.id = id;
		this.kind = kind;
		this.sourceId = sourceId;
		this.targetId = targetId;
		this.by = by;
		this.closedAt = closedAt;
	}

	static ThreadRelocation merge(String sourceId, String targetId, PersonReference by, Instant now) {
		var work = new ThreadRelocation(Ids.next(), RelocationKind.MERGE, sourceId, targetId, by, now);
		work.dueAt = now;
		return work;
	}

	/** The new thread has its id before it is there. */
	static ThreadRelocation split(String sourceId, SplitPart part, PersonReference by, Instant now) {
		var work = new ThreadRelocation(Ids.next(), RelocationKind.SPLIT, sourceId, Ids.next(), by, now);
		work.dueAt = now;
		work.part = part;
		work.reached = part.from() - 1;
		return work;
	}

	/** No reply comes any more. */
	void closed() {
		this.state = RelocationState.MOVING;
	}

	/** There is nothing to do before then. */
	void waitUntil(Instant then) {
		this.dueAt = then;
	}

	/** Posts went, in their order. */
	void moved(List<String> posts, int last) {
		this.moved += posts.size();
		this.reached = last;
		this.carried = List.copyOf(posts);
	}

	/** What people keep of the last posts has followed. */
	void followed() {
		this.carried = List.of();
	}

	/** The last post has gone. */
	void emptied() {
		this.state = RelocationState.FINISHING;
	}

	void done(Instant now) {
		this.state = RelocationState.DONE;
		this.dueAt = null;
		this.finishedAt = now;
	}

	/** Whether it is about merging a thread into that one. */
	boolean mergesInto(String thread) {
		return this.kind == RelocationKind.MERGE && this.targetId.equals(thread);
	}

	boolean isDone() {
		return this.state == RelocationState.DONE;
	}

	String id() {
		return this.id;
	}

	RelocationKind kind() {
		return this.kind;
	}

	String sourceId() {
		return this.sourceId;
	}

	String targetId() {
		return this.targetId;
	}

	PersonReference by() {
		return this.by;
	}

	Instant closedAt() {
		return this.closedAt;
	}

	@Nullable SplitPart part() {
		return this.part;
	}

	RelocationState state() {
		return this.state;
	}

	int reached() {
		return this.reached;
	}

	List<String> carried() {
		return this.carried;
	}

	@Nullable Long version() {
		return this.version;
	}

	RelocationView view() {
		return new RelocationView(this.id, this.kind, this.state, this.sourceId, this.targetId, this.moved, this.by,
				this.closedAt, this.finishedAt);
	}

}
