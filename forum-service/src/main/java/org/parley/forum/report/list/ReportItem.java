package org.parley.forum.report.list;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.PostStatus;
import org.parley.forum.report.ReportReason;
import org.parley.forum.report.ReportStatus;

/**
 * A report, as moderators see it.
 *
 * @param id the report's id
 * @param post about which post
 * @param reporter who says so
 * @param reason what is wrong
 * @param note in the reporter's own words
 * @param status how far it is
 * @param createdAt when it was made
 * @param closedAt when it was decided
 */
record ReportItem(String id, Reported post, PersonView reporter, ReportReason reason, @Nullable String note,
		ReportStatus status, Instant createdAt, @Nullable Instant closedAt) {

	/**
	 * A post that was reported.
	 *
	 * @param id the post's id
	 * @param threadId its thread
	 * @param threadTitle the thread's title
	 * @param number its place in the thread
	 * @param author who wrote it
	 * @param status who sees what it says
	 */
	record Reported(String id, String threadId, String threadTitle, int number, PersonView author, PostStatus status) {
	}

}
