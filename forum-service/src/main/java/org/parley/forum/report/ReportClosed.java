package org.parley.forum.report;

import java.time.Instant;

import org.parley.forum.member.PersonReference;
import org.parley.forum.post.event.PostReference;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * Moderators have decided about a reported post.
 *
 * @param report the report and its outcome
 * @param post the reported post
 * @param thread the thread of the post
 * @param reporter the reporter
 */
@Publishes("report.closed")
record ReportClosed(Outcome report, PostReference post, ThreadReference thread,
		PersonReference reporter) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

	/**
	 * The outcome of a report.
	 *
	 * @param id the report's id
	 * @param status {@code upheld} or {@code dismissed}
	 * @param createdAt the creation time of the report
	 */
	record Outcome(String id, ReportStatus status, Instant createdAt) {
	}

}
