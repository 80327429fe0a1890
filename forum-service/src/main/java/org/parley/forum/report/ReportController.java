package org.parley.forum.report;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.platform.domain.Caller;
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
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ReportView>> report(@PathVariable String id, @Valid @RequestBody ReportRequest request,
			Caller caller) {
		var report = this.reportPost.report(id, request, this.authorizedWriters.of(caller));
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(ReportView.of(report)));
	}

}
