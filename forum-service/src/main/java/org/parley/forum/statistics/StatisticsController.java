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
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much there is and was, for administrators. */
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
	@Operation(summary = "How much there was when it was counted last, and before, newest first")
	Data<Statistics> statistics(@Valid @ParameterObject Span span, Caller caller) {
		var history = this.forumCounts.latest(span.size());
		var latest = history.isEmpty() ? this.forumCounts.now(this.clock.instant()) : history.getFirst();
		return new Data<>(new Statistics(latest, history));
	}

	/**
	 * How far back.
	 *
	 * @param limit how many counts; four are made a day
	 */
	record Span(@Parameter(example = "28") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
			message = "must be 1 to 100") @Nullable Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 28;
		}

	}

	/**
	 * How much there is and was.
	 *
	 * @param latest counted last; just now, when it never was before
	 * @param history every six hours, newest first
	 */
	record Statistics(ForumCount latest, List<ForumCount> history) {
	}

}
