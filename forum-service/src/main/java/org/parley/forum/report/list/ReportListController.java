package org.parley.forum.report.list;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.report.list.ReportList.ReportItem;
import org.parley.forum.report.list.ReportList.ReportQuery;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists reports for moderators. */
@RestController
@Tag(name = "Administration")
class ReportListController {

	private final ReportList list;

	private final CategoryAccess categories;

	ReportListController(ReportList list, CategoryAccess categories) {
		this.list = list;
		this.categories = categories;
	}

	@GetMapping("/api/v1/admin/reports")
	@Operation(summary = "List the reports of posts in the categories that you moderate")
	ResponseEntity<Paged<ReportItem>> reports(@Valid @ParameterObject ReportQuery query, Caller caller) {
		var rights = this.categories.rights(caller);
		rights.requireModerating();
		return EntityTagResponses.of(this.list.page(query, rights));
	}

}
