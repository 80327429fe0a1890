package org.parley.forum.report;

import java.time.Instant;

import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Moderators have decided what a reader had reported.
 *
 * @param report which one, and how it ended
 * @param post of which post
 * @param thread where
 * @param reporter who had reported it
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
	 * How a report ended.
	 *
	 * @param id the report's id
	 * @param status {@code upheld} or {@code dismissed}
	 * @param createdAt when it was made
	 */
	record Outcome(String id, ReportStatus status, Instant createdAt) {
	}

}
