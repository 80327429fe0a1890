package org.parley.platform.jobs;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.jobs.JobRegistry.JobNotFoundException;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.jobs.run.JobRuns.JobRunView;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The jobs of this service, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/${spring.application.name}/jobs")
@Tag(name = "Administration")
class JobController {

	private final JobRegistry jobs;

	private final JobRuns runs;

	private final RequestJob requestJob;

	private final InstantSource clock;

	private final String service;

	JobController(JobRegistry jobs, JobRuns runs, RequestJob requestJob, InstantSource clock,
			@Value("${spring.application.name}") String service) {
		this.jobs = jobs;
		this.runs = runs;
		this.requestJob = requestJob;
		this.clock = clock;
		this.service = service;
	}

	@GetMapping
	@Operation(summary = "List the jobs with their schedules and latest runs")
	ResponseEntity<Data<List<JobView>>> jobs(Caller caller) {
		var now = this.clock.instant();
		var all = this.jobs.all().stream().map((job) -> JobView.of(job, now, this.runs)).toList();
		return EntityTagResponses.of(new Data<>(all));
	}

	@GetMapping("/{name}/runs")
	@Operation(summary = "List the runs of a job, newest first; kept for 90 days")
	ResponseEntity<Paged<JobRunView>> jobRuns(@PathVariable String name, @Valid @ParameterObject PageParameters query,
			Caller caller) {
		return EntityTagResponses.of(this.runs.page(this.jobs.get(name).name(), query));
	}

	@GetMapping("/{name}/runs/{id}")
	@Operation(summary = "Show the progress or the result of a run")
	ResponseEntity<Data<JobRunView>> jobRun(@PathVariable String name, @PathVariable String id, Caller caller) {
		var run = this.runs.find(this.jobs.get(name).name(), id);
		return EntityTagResponses.of(new Data<>(run.map(JobRunView::of).orElseThrow(JobNotFoundException::new)));
	}

	@PostMapping("/{name}/runs")
	@Idempotent
	@Operation(summary = "Run a job now")
	@ApiResponse(responseCode = "202", description = "The run starts soon; the Location shows its progress")
	ResponseEntity<Data<JobRunView>> runJob(@PathVariable String name, Caller caller) {
		var run = this.requestJob.request(name, caller.id());
		return ResponseEntity.accepted().location(location(run)).body(new Data<>(JobRunView.of(run)));
	}

	private URI location(JobRun run) {
		return URI.create("/api/v1/admin/%s/jobs/%s/runs/%s".formatted(this.service, run.job(), run.id()));
	}

	/**
	 * A job in the administration API.
	 *
	 * @param schedule the cron expression, in UTC
	 * @param next the next scheduled time
	 * @param lastRun the latest run, which may be active
	 */
	record JobView(@Schema(example = "generate-statistics") String name,
			@Schema(example = "0 0 */6 * * *") String schedule, @Nullable Instant next, @Nullable JobRunView lastRun) {

		static JobView of(JobRegistry.Known job, Instant now, JobRuns runs) {
			return new JobView(job.name(), job.job().schedule(), job.next(now).orElse(null),
					runs.last(job.name()).map(JobRunView::of).orElse(null));
		}

	}

}
