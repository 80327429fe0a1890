package org.parley.notification.health;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The history of health checks, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/notification-service/health-checks")
@Tag(name = "Administration")
class HealthController {

	private final HealthHistory history;

	HealthController(HealthHistory history) {
		this.history = history;
	}

	@GetMapping
	@Operation(summary = "List health checks, newest first")
	ResponseEntity<Paged<HealthRecord>> list(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.history.findPage(query));
	}

}
