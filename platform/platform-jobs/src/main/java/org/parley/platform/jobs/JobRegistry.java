package org.parley.platform.jobs;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

}
