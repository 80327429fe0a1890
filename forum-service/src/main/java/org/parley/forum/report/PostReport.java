package org.parley.forum.report;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.forum.post.Post;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.text.StorableText;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member's report of a post to moderators.
 *
 * @param reason the category of the problem
 * @param note an explanation in the reporter's words
 * @param status whether it is open, or how it was decided
 * @param closedAt the time of the decision
 */
@Document("reports")
@CompoundIndex(name = "open_of_post_and_person", def = "{'postId': 1, 'reporterId': 1}", unique = true,
		partialFilter = "{'status': 'OPEN'}")
@CompoundIndex(def = "{'postId': 1, 'status': 1}")
@CompoundIndex(def = "{'status': 1, '_id': -1}")
public record PostReport(@Id String id, String postId, String reporterId, ReportReason reason, @Nullable String note,
		ReportStatus status, Instant createdAt, @Nullable Instant closedAt) {

	/**
	 * Creates an open report of a post.
	 * @throws RefusalException 403 {@code report.own}
	 */
	static PostReport of(Post post, String reporterId, ReportRequest request, Instant now) {
		post.requireShown();
		if (post.authorId().equals(reporterId)) {
			throw RefusalException.forbidden("report.own", "You cannot report your own post.");
		}
		return new PostReport(Ids.next(), post.id(), reporterId, request.reason(), request.note(), ReportStatus.OPEN,
				now, null);
	}

	/**
	 * A request to report a post.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record ReportRequest(@NotNull ReportReason reason,
			@StorableText(min = 1, max = 500, lines = true) @Nullable String note) {
	}

}
