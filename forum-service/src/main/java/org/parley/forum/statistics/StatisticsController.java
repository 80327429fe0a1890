package org.parley.forum.statistics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

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

	/** Counting takes longer than reading what was counted just now. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private final ForumCounts forumCounts;

	private final InstantSource clock;

	private final AtomicReference<@Nullable ForumCount> counted = new AtomicReference<>();

	StatisticsController(ForumCounts forumCounts, InstantSource clock) {
		this.forumCounts = forumCounts;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Get the present size of the forum and its history, newest first")
	ResponseEntity<Data<Statistics>> statistics(@Valid @ParameterObject Span span, Caller caller) {
		return EntityTagResponses.of(new Data<>(new Statistics(latest(), this.forumCounts.latest(span.size()))));
	}

	private ForumCount latest() {
		var now = this.clock.instant();
		var known = this.counted.get();
		if (known != null && known.at().plus(FRESH).isAfter(now)) {
			return known;
		}
		var fresh = this.forumCounts.count(now);
		this.counted.set(fresh);
		return fresh;
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
	 * @param latest the present count, at most a minute old
	 * @param history the stored counts, newest first
	 */
	record Statistics(ForumCount latest, List<ForumCount> history) {
	}

}
