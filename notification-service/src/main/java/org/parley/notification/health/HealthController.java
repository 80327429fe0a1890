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
import org.parley.platform.web.paging.Cursor;
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

	private static final String ORDER = "health-checks";

	private final HealthHistory history;

	HealthController(HealthHistory history) {
		this.history = history;
	}

	@GetMapping
	@Operation(summary = "List health checks, newest first")
	ResponseEntity<Paged<Line>> list(@Valid @ParameterObject Filter filter) {
		var from = (filter.cursor() != null) ? Cursor.parse(filter.cursor(), ORDER, 1) : null;
		var found = this.history
			.list((from != null) ? from.text(0) : null, from != null && from.backwards(), filter.size() + 1)
			.stream()
			.map((record) -> new Line(record.id(), record.at(), record.parts()))
			.toList();
		return EntityTagResponses
			.of(Paged.walk(found, from, filter.size(), ORDER, (line) -> new Object[] { line.id() }));
	}

	/**
	 * Which checks to list.
	 *
	 * @param cursor cursor of the page
	 * @param limit page size
	 */
	@Schema(name = "HealthQuery")
	record Filter(@Nullable String cursor, @Nullable @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
			message = "must be 1 to 100") Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 20;
		}

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
	}

}
