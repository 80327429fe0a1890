package org.parley.social.report;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.social.report.SocialReport.SocialReportRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social")
@Tag(name = "Social posts")
class SocialReportController {

	private final ReportSocialContent reportSocialContent;

	SocialReportController(ReportSocialContent reportSocialContent) {
		this.reportSocialContent = reportSocialContent;
	}

	@PostMapping("/posts/{id}/reports")
	@Idempotent
	@Operation(summary = "Report a post to moderators")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<SocialReportView>> reportPost(@PathVariable String id,
			@Valid @RequestBody SocialReportRequest request, Caller caller) {
		var report = this.reportSocialContent.reportPost(id, request, caller);
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(SocialReportView.of(report)));
	}

	@PostMapping("/comments/{id}/reports")
	@Idempotent
	@Operation(summary = "Report a comment to moderators")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<SocialReportView>> reportComment(@PathVariable String id,
			@Valid @RequestBody SocialReportRequest request, Caller caller) {
		var report = this.reportSocialContent.reportComment(id, request, caller);
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(SocialReportView.of(report)));
	}

	/**
	 * A report as its reporter sees it.
	 *
	 * @param targetId the id of the reported post or comment
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record SocialReportView(String id, String postId, String targetId, ReportReason reason, @Nullable String note,
			Instant createdAt) {

		static SocialReportView of(SocialReport report) {
			return new SocialReportView(report.id(), report.postId(), report.targetId(), report.reason(), report.note(),
					report.createdAt());
		}

	}

}
