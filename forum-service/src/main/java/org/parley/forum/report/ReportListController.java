package org.parley.forum.report;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.Audience;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was reported, for moderators. */
@RestController
@Tag(name = "Administration")
class ReportListController {

	private final ReportList list;

	ReportListController(ReportList list) {
		this.list = list;
	}

	@GetMapping("/api/v1/admin/reports")
	ResponseEntity<Paged<ReportItem>> reports(@Valid @ParameterObject ReportQuery query, Caller caller) {
		return Answers.of(this.list.page(query, Audience.of(caller)));
	}

}
