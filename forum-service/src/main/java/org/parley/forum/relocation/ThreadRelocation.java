package org.parley.forum.relocation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A merge or split of a thread, with its progress. Each step records its progress here
 * within the same transaction, so the relocation continues from there after a crash.
 */
@Document("thread_relocations")
@CompoundIndex(def = "{'dueAt': 1}", sparse = true)
@CompoundIndex(def = "{'sourceId': 1, '_id': -1}")
public class ThreadRelocation {

	@Id
	private final String id;

	private final RelocationKind kind;

	private final String sourceId;

	private final String targetId;

	private final PersonReference by;

	private final Instant closedAt;

	private @Nullable SplitPart part;

	private RelocationState state = RelocationState.CLOSING;

	/** The number of the last moved post. */
	private int reached;

	private int moved;

	/**
	 * The posts of the last batch, until bookmarks and other references have followed.
	 */
	private List<String> carried = List.of();

	/** When the next step is due; null if the relocation is complete. Read by queries. */
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
		var relocation = new ThreadRelocation(Ids.next(), RelocationKind.MERGE, sourceId, targetId, by, now);
		relocation.dueAt = now;
		return relocation;
	}

	/** The id of the new thread is assigned before the thread exists. */
	static ThreadRelocation split(String sourceId, SplitPart part, PersonReference by, Instant now) {
		var relocation = new ThreadRelocation(Ids.next(), RelocationKind.SPLIT, sourceId, Ids.next(), by, now);
		relocation.dueAt = now;
		relocation.part = part;
		relocation.reached = part.from() - 1;
		return relocation;
	}

	/** Begins to move posts, as no open reply is left. */
	public void beginMoving() {
		this.state = RelocationState.MOVING;
	}

	public void postponeUntil(Instant dueAt) {
		this.dueAt = dueAt;
	}

	/**
	 * Records a moved batch.
	 * @param last the number of its last post
	 */
	public void recordMoved(List<String> posts, int last) {
		this.moved += posts.size();
		this.reached = last;
		this.carried = List.copyOf(posts);
	}

	/** Records that bookmarks and other references have followed the last batch. */
	public void recordFollowed() {
		this.carried = List.of();
	}

	/** Begins to finish, as the last post has been moved. */
	public void beginFinishing() {
		this.state = RelocationState.FINISHING;
	}

	public void complete(Instant now) {
		this.state = RelocationState.DONE;
		this.dueAt = null;
		this.finishedAt = now;
	}

	boolean mergesInto(String thread) {
		return this.kind == RelocationKind.MERGE && this.targetId.equals(thread);
	}

	boolean isDone() {
		return this.state == RelocationState.DONE;
	}

	public String id() {
		return this.id;
	}

	public RelocationKind kind() {
		return this.kind;
	}

	public String sourceId() {
		return this.sourceId;
	}

	public String targetId() {
		return this.targetId;
	}

	public PersonReference by() {
		return this.by;
	}

	public Instant closedAt() {
		return this.closedAt;
	}

	public @Nullable SplitPart part() {
		return this.part;
	}

	public RelocationState state() {
		return this.state;
	}

	public int reached() {
		return this.reached;
	}

	public List<String> carried() {
		return this.carried;
	}

	public @Nullable Long version() {
		return this.version;
	}

	RelocationView view() {
		return new RelocationView(this.id, this.kind, this.state, this.sourceId, this.targetId, this.moved, this.by,
				this.closedAt, this.finishedAt);
	}

}
