package org.parley.notification.health;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
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
	ResponseEntity<Paged<Line>> list(@Valid @ParameterObject Filter filter) {
		return EntityTagResponses.of(this.history.findPage(filter).map(Line::of));
	}

	/** Which checks to list. */
	@Schema(name = "HealthQuery")
	record Filter(@Nullable String cursor, @Nullable @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
			message = "must be 1 to 100") Integer limit) implements PageQuery {
	}

	/**
	 * A health check of all services.
	 *
	 * @param id id in the order of time
	 * @param at time of the check
	 * @param parts the result of each service
	 */
	@Schema(name = "HealthLine")
	record Line(String id, Instant at, List<PartHealth> parts) {

		static Line of(HealthRecord record) {
			return new Line(record.id(), record.at(), record.parts());
		}

	}

}
