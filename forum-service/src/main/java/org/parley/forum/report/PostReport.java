package org.parley.forum.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.forum.post.Post;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a reader says is wrong with a post.
 *
 * @param id given when it is made
 * @param postId which post
 * @param reporterId who says so
 * @param reason what is wrong
 * @param note in the reader's own words
 * @param status how far it is
 * @param createdAt when
 * @param closedAt when it was decided
 */
@Document("reports")
public record PostReport(@Id String id, String postId, String reporterId, ReportReason reason, @Nullable String note,
		ReportStatus status, Instant createdAt, @Nullable Instant closedAt) {

	/**
	 * A report of a post that its reporter sees.
	 * @throws ProblemException 403 {@code report.own}
	 */
	static PostReport of(Post post, String reporterId, ReportRequest request, Instant now) {
		post.requireShown();
		if (post.authorId().equals(reporterId)) {
			throw ProblemException.forbidden("report.own", "You cannot report what you wrote yourself.");
		}
		return new PostReport(Ids.next(), post.id(), reporterId, request.reason(), request.note(), ReportStatus.OPEN,
				now, null);
	}

}
