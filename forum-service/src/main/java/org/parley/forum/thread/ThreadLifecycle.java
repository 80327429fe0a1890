package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;

/**
 * The state of a thread: its status, its removal, and the relocation that involves it.
 * Methods that change it return whether anything changed.
 */
class ThreadLifecycle {

	private ThreadStatus status = ThreadStatus.OPEN;

	private ThreadStatus statusBefore = ThreadStatus.OPEN;

	private boolean withheld;

	/** The ids of the posts because of which checks have locked the thread. */
	private List<String> lockedForPosts = List.of();

	private boolean listed = true;

	private @Nullable Instant deletedAt;

	private @Nullable String deletedBy;

	/** The id of the relocation that moves posts out of or into this thread, if any. */
	private @Nullable String workId;

	/** Whether that relocation moves posts out, so that no reply is taken. */
	private boolean closing;

	private @Nullable String mergingInto;

	private @Nullable String mergedInto;

	/**
	 * Applies a transition that a moderator wants. A removed thread keeps its status.
	 * @throws ThreadStatusException if the thread is removed, or as
	 * {@link ThreadTransition#from} throws
	 */
	boolean apply(ThreadTransition transition) {
		if (isRemoved()) {
			throw ThreadStatusException.removed();
		}
		return transit(transition);
	}

	private boolean transit(ThreadTransition transition) {
		var next = transition.from(this.status, this.statusBefore);
		if (next == this.status) {
			return false;
		}
		this.statusBefore = this.status;
		this.status = next;
		this.withheld = false;
		if (transition != ThreadTransition.HIDE && transition != ThreadTransition.UNHIDE) {
			this.lockedForPosts = List.of();
		}
		updateListed();
		return true;
	}

	/**
	 * Locks an open thread because of a post. A thread that another post has locked stays
	 * locked until both are cleared.
	 */
	boolean lockFor(String postId) {
		if (isRemoved() || this.lockedForPosts.contains(postId)) {
			return false;
		}
		if (this.status != ThreadStatus.OPEN && !isLockedByCheck()) {
			return false;
		}
		var earlier = this.lockedForPosts;
		transit(ThreadTransition.LOCK);
		this.lockedForPosts = Stream.concat(earlier.stream(), Stream.of(postId)).toList();
		return true;
	}

	/**
	 * Opens the thread if only a check of this post had locked it. A hidden thread will
	 * be open when it is shown again.
	 */
	boolean unlockFor(String postId) {
		if (!this.lockedForPosts.contains(postId)) {
			return false;
		}
		this.lockedForPosts = this.lockedForPosts.stream().filter((other) -> !other.equals(postId)).toList();
		if (this.lockedForPosts.isEmpty()) {
			if (this.status == ThreadStatus.HIDDEN) {
				this.statusBefore = ThreadStatus.OPEN;
			}
			else {
				transit(ThreadTransition.UNLOCK);
			}
		}
		return true;
	}

	private boolean isLockedByCheck() {
		return this.status == ThreadStatus.LOCKED && !this.lockedForPosts.isEmpty();
	}

	/** Hides the thread because its opening post is hidden. */
	boolean hideWithOpeningPost() {
		var hidden = transit(ThreadTransition.HIDE);
		this.withheld = hidden || this.withheld;
		return hidden;
	}

	/** Shows the thread if only its opening post had hidden it. */
	boolean showWithOpeningPost() {
		return this.withheld && transit(ThreadTransition.UNHIDE);
	}

	boolean remove(String by, Instant now) {
		if (isRemoved()) {
			return false;
		}
		this.deletedAt = now;
		this.deletedBy = by;
		updateListed();
		return true;
	}

	boolean restore() {
		if (!isRemoved()) {
			return false;
		}
		this.deletedAt = null;
		this.deletedBy = null;
		updateListed();
		return true;
	}

	/** Begins to move some of the posts out, or all posts into another thread. */
	void beginMovingPostsOut(String relocationId, @Nullable String into) {
		beginRelocation(relocationId);
		this.closing = true;
		this.mergingInto = into;
	}

	void beginMovingPostsIn(String relocationId) {
		beginRelocation(relocationId);
	}

	private void beginRelocation(String relocationId) {
		requireNoRelocation();
		if (isRemoved()) {
			throw ThreadStatusException.removed();
		}
		if (this.status == ThreadStatus.ARCHIVED || this.status == ThreadStatus.HIDDEN) {
			throw new ThreadStatusException(this.status);
		}
		this.workId = relocationId;
	}

	void endRelocation() {
		this.workId = null;
		this.closing = false;
	}

	/** Ends a merge. The thread stays removed. */
	void completeMerge(String by, Instant now) {
		endRelocation();
		remove(by, now);
		this.mergedInto = this.mergingInto;
	}

	private void updateListed() {
		this.listed = this.status != ThreadStatus.HIDDEN && !isRemoved();
	}

	/** Requires a status in which the writer may change the thread and its posts. */
	void requireWritableBy(AuthorizedWriter writer) {
		var shown = isWithheld() ? this.statusBefore : this.status;
		if (this.status == ThreadStatus.ARCHIVED || (!writer.moderates() && shown != ThreadStatus.OPEN)) {
			throw new ThreadStatusException(shown);
		}
	}

	void requireVotable() {
		if (this.status == ThreadStatus.ARCHIVED) {
			throw new ThreadStatusException(this.status);
		}
	}

	private void requireNoRelocation() {
		if (this.workId != null) {
			throw this.closing ? ThreadBusyException.closing() : ThreadBusyException.receiving();
		}
	}

	void requireNotClosing() {
		if (this.closing) {
			throw ThreadBusyException.closing();
		}
	}

	ThreadStatus status() {
		return this.status;
	}

	ThreadStatus statusBefore() {
		return this.statusBefore;
	}

	/** Whether only the opening post has hidden the thread. */
	boolean isHiddenWithOpeningPost() {
		return this.withheld;
	}

	/** Whether nothing but its opening post keeps the thread from its readers. */
	boolean isWithheld() {
		return this.withheld && !isRemoved();
	}

	/** The posts because of which checks have locked the thread. */
	List<String> lockedForPosts() {
		return this.lockedForPosts;
	}

	boolean listed() {
		return this.listed;
	}

	boolean isRemoved() {
		return this.deletedAt != null;
	}

	boolean isRemovedBy(String person) {
		return person.equals(this.deletedBy);
	}

	@Nullable Instant deletedAt() {
		return this.deletedAt;
	}

	@Nullable String deletedBy() {
		return this.deletedBy;
	}

	/** The id of the relocation that involves this thread, if any. */
	@Nullable String workId() {
		return this.workId;
	}

	boolean closing() {
		return this.closing;
	}

	@Nullable String mergingInto() {
		return this.mergingInto;
	}

	@Nullable String mergedInto() {
		return this.mergedInto;
	}

}
