package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.mongo.cluster.ClusterLoop;

/**
 * Requests scheduled runs and starts requested ones. All worker instances do this
 * concurrently; unique indexes decide between them.
 */
class JobScheduler implements ClusterLoop.Work {

	private static final Duration SHORTEST = Duration.ofMillis(100);

	/** Longer waits would let the claims of interrupted runs lie. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	/** There are no claims of others. */
	private static final Duration LONGEST_ALONE = Duration.ofSeconds(60);

	/** How long a job waits for its open run to end before it is requested again. */
	private static final Duration BUSY = Duration.ofSeconds(1);

	private final JobRegistry jobs;

	private final JobTimes times;

	private final JobRuns runs;

	private final JobRunner jobRunner;

	private final InstantSource clock;

	private final String instance;

	/** When to check a job again; missing jobs are checked now. */
	private final Map<String, Instant> next = new ConcurrentHashMap<>();

	private Instant checkedAt = Instant.MIN;

	JobScheduler(JobRegistry jobs, JobTimes times, JobRuns runs, JobRunner jobRunner, InstantSource clock,
			String instance) {
		this.jobs = jobs;
		this.times = times;
		this.runs = runs;
		this.jobRunner = jobRunner;
		this.clock = clock;
		this.instance = instance;
	}

	/** Until the next job is due. */
	@Override
	public Duration poll() {
		return untilNext(LONGEST);
	}

	@Override
	public Duration pollAlone() {
		return this.jobRunner.isBusy() ? poll() : untilNext(LONGEST_ALONE);
	}

	private Duration untilNext(Duration longest) {
		var now = this.clock.instant();
		if (this.next.size() < this.jobs.names().size()
				|| this.next.values().stream().anyMatch((time) -> !time.isAfter(now))) {
			return BUSY;
		}
		return this.next.values()
			.stream()
			.map((time) -> Duration.between(now, time))
			.filter((wait) -> wait.compareTo(longest) < 0)
			.min(Comparator.naturalOrder())
			.map((wait) -> (wait.compareTo(SHORTEST) > 0) ? wait : SHORTEST)
			.orElse(longest);
	}

	@Override
	public boolean waits() {
		return true;
	}

	@Override
	public boolean doBatch() {
		this.jobRunner.renewClaims();
		var now = this.clock.instant();
		if (now.isBefore(this.checkedAt)) {
			this.next.clear();
		}
		this.checkedAt = now;
		this.jobs.all().forEach((job) -> requestIfDue(job, now));
		var claimed = this.runs.claim(this.jobs.names(), this.instance, now);
		claimed.ifPresent(this.jobRunner::begin);
		return claimed.isPresent();
	}

	/** Requests only the last of several missed times. */
	private void requestIfDue(JobRegistry.Known job, Instant now) {
		if (now.isBefore(this.next.getOrDefault(job.name(), Instant.MIN))) {
			return;
		}
		var seen = this.times.loadOrStart(job.name(), now);
		var due = job.schedule().last(now).filter((time) -> time.isAfter(seen));
		if (due.isEmpty() || requestRun(job.name(), due.get())) {
			this.next.put(job.name(), job.next(now).orElse(Instant.MAX));
		}
	}

	/** Returns false while an earlier run is open; the request is then repeated later. */
	private boolean requestRun(String job, Instant due) {
		if (this.runs.request(JobRun.due(job, due)) || this.runs.isKnown(job, due)) {
			this.times.markSeen(job, due);
			return true;
		}
		return false;
	}

}
