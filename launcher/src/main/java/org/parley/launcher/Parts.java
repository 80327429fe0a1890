package org.parley.launcher;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which processes Parley is made of on this machine.
 *
 * @param compact whether services with workers are one process, too
 * @param workers how many of each worker there are, when they are apart
 * @param mailbox whether mail is kept here, as no server for it was named
 * @param twice the services that two processes answer for
 */
record Parts(boolean compact, int workers, boolean mailbox, Set<String> twice) {

	/** One process for each role of each service. */
	static final Parts APART = new Parts(false, 1, true, Set.of());

	/**
	 * What is remembered from before there was a second one of any says nothing of it.
	 */
	Parts(boolean compact, int workers, boolean mailbox, @Nullable Set<String> twice) {
		this.compact = compact;
		this.workers = workers;
		this.mailbox = mailbox;
		this.twice = Set.copyOf(Objects.requireNonNullElse(twice, Set.of()));
	}

	/**
	 * Returns all, in the order in which they are started: what answers first, then who
	 * works behind it.
	 */
	List<Part> all() {
		var services = Part.SERVICES.stream()
			.filter((part) -> !part.isGateway() && (this.mailbox || !part.isMailbox()))
			.flatMap(this::answering);
		var gateway = Part.SERVICES.stream().filter(Part::isGateway);
		return Stream.of(services, workingOnes(), gateway).flatMap((parts) -> parts).toList();
	}

	private Stream<Part> answering(Part part) {
		var first = (!this.compact && part.hasWorkers()) ? part.answering() : part;
		return this.twice.contains(part.service()) ? Stream.of(first, first.second()) : Stream.of(first);
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
	 * else, as a role that two processes have in two ways is hard to reason about, and
	 * the gateway learns at its start who there is.
	 */
	Parts grown(Parts asked) {
		if (asked.compact != this.compact || asked.workers < this.workers || asked.mailbox != this.mailbox
				|| !asked.twice.equals(this.twice)) {
			throw new LauncherException(
					"Parley runs %s. To change that: ./parley down, then up%s".formatted(words(), asked.options()));
		}
		return asked;
	}

	private String words() {
		var roles = this.compact ? "one process per service"
				: "roles apart and %d of each worker".formatted(this.workers);
		var second = this.twice.isEmpty() ? "" : ", two of " + names();
		return "with " + roles + second + (this.mailbox ? "" : ", without a mailbox");
	}

	private String options() {
		var second = this.twice.isEmpty() ? "" : " --twice " + names();
		if (this.compact) {
			return " --compact" + second;
		}
		return ((this.workers > 1) ? " --workers " + this.workers : "") + second;
	}

	private String names() {
		return String.join(",", new TreeSet<>(this.twice));
	}

}
