package org.parley.forum.threadlist;

import org.parley.contracts.LowerCaseName;
import org.parley.forum.thread.ThreadStatus;

import org.springframework.data.mongodb.core.query.Criteria;

/** The threads that a list can be limited to, by their visible status. */
enum StatusFilter implements LowerCaseName {

	OPEN, LOCKED, ARCHIVED, HIDDEN, REMOVED;

	/** Whether lists show these threads to moderators only. */
	boolean isUnlisted() {
		return this == HIDDEN || this == REMOVED;
	}

	/** A removed thread keeps the status from before; a merged one lives on elsewhere. */
	Criteria criteria() {
		if (this == REMOVED) {
			return Criteria.where("deletedAt").ne(null).and("mergedInto").is(null);
		}
		var status = Criteria.where("status").is(ThreadStatus.valueOf(name()));
		return isUnlisted() ? status.and("deletedAt").is(null) : status;
	}

}
