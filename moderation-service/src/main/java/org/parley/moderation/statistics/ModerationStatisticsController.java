package org.parley.moderation.statistics;

import java.time.Duration;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves statistics: to administrators those of all moderators, to moderators those of
 * their own decisions.
 */
@RestController
@Tag(name = "Moderation")
class ModerationStatisticsController {

	private final CompileStatistics compileStatistics;

	private final ModerationRights rights;

	private final InstantSource clock;

	ModerationStatisticsController(CompileStatistics compileStatistics, ModerationRights rights, InstantSource clock) {
		this.compileStatistics = compileStatistics;
		this.rights = rights;
		this.clock = clock;
	}

	@GetMapping("/api/v1/admin/moderation-statistics")
	@Operation(summary = "Get the work of moderators and the consistency of decisions, by moderator and by policy")
	ResponseEntity<Data<ModerationStatisticsView>> get(@Valid @ParameterObject ModerationStatisticsQuery query,
			Caller caller) {
		var all = this.rights.scopeOf(caller).coversAll();
		var now = this.clock.instant();
		return EntityTagResponses.of(new Data<>(this.compileStatistics
			.compile(new StatisticsPeriod(now.minus(query.period()), now, all ? null : caller.id()))));
	}

	/**
	 * The query parameters of the statistics.
	 *
	 * @param days the length of the period, which ends now; 30 by default
	 */
	record ModerationStatisticsQuery(@Parameter(example = "30") @Min(value = 1,
			message = "must be 1 to 366") @Max(value = 366, message = "must be 1 to 366") @Nullable Integer days) {

		private static final int MONTH = 30;

		Duration period() {
			return Duration.ofDays((this.days != null) ? this.days : MONTH);
		}

	}

}
