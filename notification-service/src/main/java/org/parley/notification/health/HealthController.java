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

/** How all parts were, for administrators. */
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
	@Operation(summary = "How all parts were, the newest first")
	ResponseEntity<Paged<Line>> list(@Valid @ParameterObject Wish wish) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), ORDER, 1) : null;
		var found = this.history
			.list((from != null) ? from.text(0) : null, from != null && from.backwards(), wish.size() + 1)
			.stream()
			.map((record) -> new Line(record.id(), record.at(), record.parts()))
			.toList();
		return EntityTagResponses.of(Paged.walk(found, from, wish.size(), ORDER, (line) -> new Object[] { line.id() }));
	}

	/**
	 * Which checks to list.
	 *
	 * @param cursor where the walk stands
	 * @param limit of one page
	 */
	@Schema(name = "HealthQuery")
	record Wish(@Nullable String cursor, @Nullable @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
			message = "must be 1 to 100") Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 20;
		}

	}

	/**
	 * One check of all parts.
	 *
	 * @param id sortable by time
	 * @param at when
	 * @param parts how each was
	 */
	@Schema(name = "HealthLine")
	record Line(String id, Instant at, List<PartHealth> parts) {
	}

}
