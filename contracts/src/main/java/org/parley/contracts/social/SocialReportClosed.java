package org.parley.contracts.social;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.ReportOutcome;

/**
 * Moderators have decided about a reported post or comment.
 *
 * @param reported the reported post or comment
 */
@Publishes("social-report.closed")
public record SocialReportClosed(ReportOutcome report, ReportedContent reported,
		PersonReference reporter) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.reported.postId();
	}

	/**
	 * A post or comment without its author and text.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param postId the post; of a comment, the commented one
	 */
	public record ReportedContent(String kind, String id, String postId) {
	}

}
