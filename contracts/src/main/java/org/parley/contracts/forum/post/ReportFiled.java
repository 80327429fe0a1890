package org.parley.contracts.forum.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadReference;

/**
 * A member has reported a post.
 *
 * @param post the reported post at that time
 * @param by the reporter
 */
@Publishes("report.filed")
public record ReportFiled(FiledReport report, PostData post, ThreadReference thread,
		PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

	/**
	 * The content of a report.
	 *
	 * @param reason the code of the problem
	 * @param note an explanation in the reporter's words; null if there is none
	 */
	public record FiledReport(String id, String reason, @OptionalValue @Nullable String note, Instant createdAt) {
	}

}
