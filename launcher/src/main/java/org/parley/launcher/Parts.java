package org.parley.launcher;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processes Parley is made of on this machine.
 *
 * @param compact whether services with workers are one process, too
 * @param workers how many of each worker there are, when they are apart
 * @param mailbox whether mail is kept here, as no server for it was named
 */
record Parts(boolean compact, int workers, boolean mailbox) {

	/** One process for each role of each service. */
	static final Parts APART = new Parts(false, 1, true);

	/**
	 * Returns all, in the order in which they are started: what answers first, then who
	 * works behind it.
	 */
	List<Part> all() {
		var services = Part.SERVICES.stream()
			.filter((part) -> !part.isGateway() && (this.mailbox || !part.isMailbox()))
			.map(this::answering);
		var gateway = Part.SERVICES.stream().filter(Part::isGateway);
		return Stream.of(services, workingOnes(), gateway).flatMap((parts) -> parts).toList();
	}

	private Part answering(Part part) {
		return (!this.compact && part.hasWorkers()) ? part.answering() : part;
	}

	private Stream<Part> workingOnes() {
		return this.compact ? Stream.of() : IntStream.rangeClosed(1, this.workers)
			.boxed()
			.flatMap((number) -> Part.SERVICES.stream().filter(Part::hasWorkers).map((part) -> part.working(number)));
	}

	/**
	 * Finds the parts of a service, also by its short name: {@code forum}; or one part by
	 * its own name.
	 */
	List<Part> named(String name) {
		var parts = all().stream().filter((part) -> part.isCalled(name)).toList();
		if (parts.isEmpty()) {
			throw new LauncherException(
					"There is no service %s. There are %s.".formatted(name, all().stream().map(Part::name).toList()));
		}
		return parts;
	}

	/**
	 * What these become when that is asked for while they run: more workers and nothing
	 * else, as a role that two processes have in two ways is hard to reason about.
	 */
	Parts grown(Parts asked) {
		if (asked.compact != this.compact || asked.workers < this.workers || asked.mailbox != this.mailbox) {
			throw new LauncherException(
					"Parley runs %s. To change that: ./parley down, then up%s".formatted(words(), asked.options()));
		}
		return asked;
	}

	private String words() {
		var roles = this.compact ? "one process per service"
				: "roles apart and %d of each worker".formatted(this.workers);
		return "with " + roles + (this.mailbox ? "" : ", without a mailbox");
	}

	private String options() {
		if (this.compact) {
			return " --compact";
		}
		return (this.workers > 1) ? " --workers " + this.workers : "";
	}

}
