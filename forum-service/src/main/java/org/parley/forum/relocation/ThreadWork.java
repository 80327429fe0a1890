package org.parley.forum.relocation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Signature;
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
class ThreadWork {

	@Id
	private final String id;

	private final Kind kind;

	private final String sourceId;

	private final String targetId;

	private final Signature by;

	private final Instant closedAt;

	private @Nullable Part part;

	private WorkState state = WorkState.CLOSING;

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

	ThreadWork(String id, Kind kind, String sourceId, String targetId, Signature by, Instant closedAt) {
		this.id = id;
		this.kind = kind;
		this.sourceId = sourceId;
		this.targetId = targetId;
		this.by = by;
		this.closedAt = closedAt;
	}

	static ThreadWork merge(String sourceId, String targetId, Signature by, Instant now) {
		var work = new ThreadWork(Ids.next(), Kind.MERGE, sourceId, targetId, by, now);
		work.dueAt = now;
		return work;
	}

	/** The new thread has its id before it is there. */
	static ThreadWork split(String sourceId, Part part, Signature by, Instant now) {
		var work = new ThreadWork(Ids.next(), Kind.SPLIT, sourceId, Ids.next(), by, now);
		work.dueAt = now;
		work.part = part;
		work.reached = part.from() - 1;
		return work;
	}

	/** No reply comes any more. */
	void closed() {
		this.state = WorkState.MOVING;
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
		this.state = WorkState.FINISHING;
	}

	void done(Instant now) {
		this.state = WorkState.DONE;
		this.dueAt = null;
		this.finishedAt = now;
	}

	/** Whether it is about merging a thread into that one. */
	boolean mergesInto(String thread) {
		return this.kind == Kind.MERGE && this.targetId.equals(thread);
	}

	boolean isDone() {
		return this.state == WorkState.DONE;
	}

	String id() {
		return this.id;
	}

	Kind kind() {
		return this.kind;
	}

	String sourceId() {
		return this.sourceId;
	}

	String targetId() {
		return this.targetId;
	}

	Signature by() {
		return this.by;
	}

	Instant closedAt() {
		return this.closedAt;
	}

	@Nullable Part part() {
		return this.part;
	}

	WorkState state() {
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

	WorkView view() {
		return new WorkView(this.id, this.kind, this.state, this.sourceId, this.targetId, this.moved, this.by,
				this.closedAt, this.finishedAt);
	}

}
