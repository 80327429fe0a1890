package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.scheduling.support.CronExpression;

/** The jobs of this service, by name. Invalid jobs prevent the start of the service. */
final class JobRegistry {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");

	private final Map<String, Known> byName = new TreeMap<>();

	JobRegistry(Collection<Job> jobs) {
		jobs.forEach(this::add);
	}

	private void add(Job job) {
		if (!NAME.matcher(job.name()).matches()) {
			throw new IllegalStateException("'%s' is not a valid name of a job".formatted(job.name()));
		}
		if (this.byName.put(job.name(), new Known(job, JobSchedule.of(job.schedule()))) != null) {
			throw new IllegalStateException("Two jobs have the name '%s'".formatted(job.name()));
		}
	}

	boolean isEmpty() {
		return this.byName.isEmpty();
	}

	Set<String> names() {
		return this.byName.keySet();
	}

	Collection<Known> all() {
		return this.byName.values();
	}

	/**
	 * Finds a job.
	 * @throws JobNotFoundException when this service has no job of that name
	 */
	Known get(String name) {
		return Optional.ofNullable(this.byName.get(name)).orElseThrow(JobNotFoundException::new);
	}

	/** A job and its schedule. */
	record Known(Job job, JobSchedule schedule) {

		String name() {
			return this.job.name();
		}

		Optional<Instant> next(Instant after) {
			return this.schedule.next(after);
		}

	}

	/** The schedule of a job, in UTC. */
	record JobSchedule(CronExpression cron) {

		/** From short to long, to limit the number of visited times of frequent jobs. */
		private static final List<Duration> BACK = List.of(Duration.ofMinutes(1), Duration.ofHours(1),
				Duration.ofDays(1), Duration.ofDays(32), Duration.ofDays(366), Duration.ofDays(4 * 366));

		static JobSchedule of(String text) {
			return new JobSchedule(CronExpression.parse(text));
		}

		/** The first scheduled time after the given one. */
		Optional<Instant> next(Instant after) {
			return Optional.ofNullable(this.cron.next(after.atOffset(ZoneOffset.UTC))).map(OffsetDateTime::toInstant);
		}

		/** The last scheduled time that is not after the given one. */
		Optional<Instant> last(Instant until) {
			return BACK.stream()
				.flatMap((span) -> next(until.minus(span)).stream())
				.filter((time) -> !time.isAfter(until))
				.findFirst()
				.map((time) -> walk(time, until));
		}

		private Instant walk(Instant from, Instant until) {
			var last = from;
			@Nullable Instant time = from;
			while (time != null && !time.isAfter(until)) {
				last = time;
				time = next(time).orElse(null);
			}
			return last;
		}

	}

	/** 404: the job or the run does not exist. */
	static final class JobNotFoundException extends RefusalException {

		JobNotFoundException() {
			super(RefusalKind.NOT_FOUND, "job.unknown", "The job or the run does not exist.");
		}

	}

}
