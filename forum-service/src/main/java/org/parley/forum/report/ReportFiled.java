package org.parley.forum.report;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.event.PostData;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A member has reported a post.
 *
 * @param report the report
 * @param post the reported post at that time
 * @param thread the thread of the post
 * @param by the reporter
 */
@Publishes("report.filed")
record ReportFiled(FiledReport report, PostData post, ThreadReference thread,
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
	 * @param id the report's id
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words; absent if there is none
	 * @param createdAt the creation time
	 */
	record FiledReport(String id, ReportReason reason, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
			Instant createdAt) {

		static FiledReport of(PostReport report) {
			return new FiledReport(report.id(), report.reason(), report.note(), report.createdAt());
		}

	}

}
