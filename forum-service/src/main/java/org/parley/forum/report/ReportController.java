package org.parley.forum.report;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.parley.forum.category.Writers;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

	private final Writers writers;

	private final Reporting reporting;

	ReportController(Writers writers, Reporting reporting) {
		this.writers = writers;
		this.reporting = reporting;
	}

	@PostMapping("/api/v1/posts/{id}/reports")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ReportView>> report(@PathVariable String id, @Valid @RequestBody ReportRequest request,
			Caller caller) {
		var report = this.reporting.report(id, request, this.writers.of(caller));
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(ReportView.of(report)));
	}

}
