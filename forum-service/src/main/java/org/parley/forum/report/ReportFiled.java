package org.parley.forum.report;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostData;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A reader says that something is wrong with a post.
 *
 * @param report what is said
 * @param post of which post, as it was then
 * @param thread where
 * @param by who says so
 */
@Publishes("report.filed")
record ReportFiled(Said report, PostData post, ThreadReference thread, PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

	/**
	 * What is said.
	 *
	 * @param id the report's id
	 * @param reason what is wrong
	 * @param note in the reporter's own words; absent when there are none
	 * @param createdAt when
	 */
	record Said(String id, ReportReason reason, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
			Instant createdAt) {

		static Said of(PostReport report) {
			return new Said(report.id(), report.reason(), report.note(), report.createdAt());
		}

	}

}
