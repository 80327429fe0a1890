package org.parley.forum.report;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.report.PostReport.ReportRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Posts")
class ReportController {

	private final AuthorizedWriters authorizedWriters;

	private final ReportPost reportPost;

	ReportController(AuthorizedWriters authorizedWriters, ReportPost reportPost) {
		this.authorizedWriters = authorizedWriters;
		this.reportPost = reportPost;
	}

	@PostMapping("/api/v1/posts/{id}/reports")
	@Idempotent
	@Operation(summary = "Report a post to the moderators")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ReportView>> report(@PathVariable String id, @Valid @RequestBody ReportRequest request,
			Caller caller) {
		var report = this.reportPost.report(id, request, this.authorizedWriters.of(caller));
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(ReportView.of(report)));
	}

	/**
	 * A report as its reporter sees it.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 * @param status whether it is open, or how it was decided
	 */
	record ReportView(String id, String postId, ReportReason reason, @Nullable String note, ReportStatus status,
			Instant createdAt) {

		static ReportView of(PostReport postReport) {
			return new ReportView(postReport.id(), postReport.postId(), postReport.reason(), postReport.note(),
					postReport.status(), postReport.createdAt());
		}

	}

}
