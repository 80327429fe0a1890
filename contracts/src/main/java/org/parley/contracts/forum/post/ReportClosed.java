package org.parley.contracts.forum.post;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.ReportOutcome;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;

/**
 * Moderators have decided about a reported post.
 *
 * @param post the reported post
 */
@Publishes("report.closed")
public record ReportClosed(ReportOutcome report, PostReference post, ThreadReference thread,
		PersonReference reporter) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
