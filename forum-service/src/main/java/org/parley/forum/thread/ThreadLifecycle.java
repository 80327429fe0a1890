package org.parley.forum.thread;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;

import org.springframework.data.mongodb.core.query.Update;

/**
 * Where a thread stands: what it takes, who sees it, and whether its posts are on their
 * way to another.
 */
class ThreadLifecycle {

	private ThreadStatus status = ThreadStatus.OPEN;

	private ThreadStatus statusBefore = ThreadStatus.OPEN;

	private boolean withheld;

	private boolean listed = true;

	private @Nullable Instant deletedAt;

	private @Nullable String deletedBy;

	/** The work that moves posts from here or to here, if there is one. */
	private @Nullable String workId;

	/** Whether that work keeps replies away. */
	private boolean closing;

	private @Nullable String mergingInto;

	private @Nullable String mergedInto;

	/** Takes a step; false when it is done already. */
	boolean take(ThreadStep step) {
		var next = step.from(this.status, this.statusBefore);
		if (next == this.status) {
			return false;
		}
		this.statusBefore = this.status;
		this.status = next;
		this.withheld = false;
		return changed();
	}

	/** Hides what may not be seen; false when it is hidden. */
	boolean withhold() {
		var hidden = take(ThreadStep.HIDE);
		this.withheld = hidden || this.withheld;
		return hidden;
	}

	/** Shows what was hidden for that alone. */
	boolean release() {
		return this.withheld && take(ThreadStep.UNHIDE);
	}

	boolean remove(String by, Instant now) {
		if (isRemoved()) {
			return false;
		}
		this.deletedAt = now;
		this.deletedBy = by;
		return changed();
	}

	boolean restore() {
		if (!isRemoved()) {
			return false;
		}
		this.deletedAt = null;
		this.deletedBy = null;
		return changed();
	}

	/** A work begins to move some of the posts, or all into another thread. */
	void close(String work, @Nullable String into) {
		engage(work);
		this.closing = true;
		this.mergingInto = into;
	}

	/** A work begins to move posts to here. */
	void receive(String work) {
		engage(work);
	}

	private void engage(String work) {
		requireSettled();
		if (isRemoved()) {
			throw ThreadStatusException.removed();
		}
		if (this.status == ThreadStatus.ARCHIVED || this.status == ThreadStatus.HIDDEN) {
			throw new ThreadStatusException(this.status);
		}
		this.workId = work;
	}

	/** The work is done. */
	void letGo() {
		this.workId = null;
		this.closing = false;
	}

	/** The work is done; nothing is left here, for ever. */
	void leave(String by, Instant now) {
		letGo();
		remove(by, now);
		this.mergedInto = this.mergingInto;
	}

	private boolean changed() {
		this.listed = this.status != ThreadStatus.HIDDEN && !isRemoved();
		return true;
	}

	/** Lets only those pass who may write here, as far as the status says. */
	void requireWritableBy(AuthorizedWriter authorizedWriter) {
		if (this.status == ThreadStatus.ARCHIVED
				|| (!authorizedWriter.moderates() && this.status != ThreadStatus.OPEN)) {
			throw new ThreadStatusException(this.status);
		}
	}

	void requireVotable() {
		if (this.status == ThreadStatus.ARCHIVED) {
			throw new ThreadStatusException(this.status);
		}
	}

	/** Lets nobody pass while a work moves posts. */
	void requireSettled() {
		if (this.workId != null) {
			throw this.closing ? ThreadBusyException.closing() : ThreadBusyException.receiving();
		}
	}

	/** Lets nobody pass while replies are kept away. */
	void requireNotClosing() {
		if (this.closing) {
			throw ThreadBusyException.closing();
		}
	}

	Update update(Update update) {
		return update.set("status", this.status)
			.set("statusBefore", this.statusBefore)
			.set("withheld", this.withheld)
			.set("listed", this.listed)
			.set("deletedAt", this.deletedAt)
			.set("deletedBy", this.deletedBy)
			.set("workId", this.workId)
			.set("closing", this.closing)
			.set("mergingInto", this.mergingInto)
			.set("mergedInto", this.mergedInto);
	}

	ThreadStatus status() {
		return this.status;
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
