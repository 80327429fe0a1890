package org.parley.forum.report.list;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.member.PersonView;
import org.parley.forum.report.ReportStatus;
import org.parley.platform.domain.ReportReason;

/**
 * A report as moderators see it.
 *
 * @param post the reported post
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 * @param status whether it is open, or how it was decided
 * @param closedAt the time of the decision
 */
record ReportItem(String id, Reported post, PersonView reporter, ReportReason reason, @Nullable String note,
		ReportStatus status, Instant createdAt, @Nullable Instant closedAt) {

	/**
	 * A reported post.
	 *
	 * @param id the post's id
	 * @param number its number in the thread
	 * @param status the status of the post
	 */
	record Reported(String id, String threadId, String threadTitle, int number, PersonView author, PostStatus status) {
	}

}
