package org.parley.forum.statistics;

import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The size of the forum and its history, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/stats")
@Tag(name = "Administration")
class StatisticsController {

	private final ForumCounts forumCounts;

	private final InstantSource clock;

	StatisticsController(ForumCounts forumCounts, InstantSource clock) {
		this.forumCounts = forumCounts;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Get the latest size of the forum and its history, newest first")
	ResponseEntity<Data<Statistics>> statistics(@Valid @ParameterObject Span span, Caller caller) {
		var history = this.forumCounts.latest(span.size());
		var latest = history.isEmpty() ? this.forumCounts.count(this.clock.instant()) : history.getFirst();
		return EntityTagResponses.of(new Data<>(new Statistics(latest, history)));
	}

	/**
	 * The length of the history.
	 *
	 * @param limit the maximum number of counts, 28 by default; four are stored each day
	 */
	record Span(@Parameter(example = "28") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
			message = "must be 1 to 100") @Nullable Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 28;
		}

	}

	/**
	 * The size of the forum and its history.
	 *
	 * @param latest the latest stored count; a fresh one if none is stored
	 * @param history the stored counts, newest first
	 */
	record Statistics(ForumCount latest, List<ForumCount> history) {
	}

}
