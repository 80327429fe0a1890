package org.parley.launcher.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.checkout.LauncherException;

import org.jspecify.annotations.Nullable;

/**
 * Which processes Parley is made of on this machine.
 *
 * @param compact whether services with workers are one process, too
 * @param workers how many of each worker there are, when they are apart
 * @param mailbox whether mail is kept here, as no server for it was named
 * @param twice the services that two processes answer for
 */
public record ProcessSpecs(boolean compact, int workers, boolean mailbox, Set<String> twice) {

	/** One process for each role of each service. */
	public static final ProcessSpecs APART = new ProcessSpecs(false, 1, true, Set.of());

	/**
	 * What is remembered from before there was a second one of any says nothing of it.
	 */
	public ProcessSpecs(boolean compact, int workers, boolean mailbox, @Nullable Set<String> twice) {
		this.compact = compact;
		this.workers = workers;
		this.mailbox = mailbox;
		this.twice = Set.copyOf(Objects.requireNonNullElse(twice, Set.of()));
	}

	/**
	 * Returns all, in the order in which they are started: what answers first, then who
	 * works behind it.
	 */
	public List<ProcessSpec> all() {
		var services = ProcessSpec.SERVICES.stream()
			.filter((processSpec) -> !processSpec.isGateway() && (this.mailbox || !processSpec.isMailbox()))
			.flatMap(this::answering);
		var gateway = ProcessSpec.SERVICES.stream().filter(ProcessSpec::isGateway);
		return Stream.of(services, workingOnes(), gateway).flatMap((parts) -> parts).toList();
	}

	private Stream<ProcessSpec> answering(ProcessSpec processSpec) {
		var first = (!this.compact && processSpec.hasWorkers()) ? processSpec.answering() : processSpec;
		return this.twice.contains(processSpec.service()) ? Stream.of(first, first.second()) : Stream.of(first);
	}

	private Stream<ProcessSpec> workingOnes() {
		return this.compact ? Stream.of()
				: IntStream.rangeClosed(1, this.workers)
					.boxed()
					.flatMap((number) -> ProcessSpec.SERVICES.stream()
						.filter(ProcessSpec::hasWorkers)
						.map((processSpec) -> processSpec.working(number)));
	}

	/**
	 * Finds the parts of a service, also by its short name: {@code forum}; or one part by
	 * its own name.
	 */
	public List<ProcessSpec> named(String name) {
		var parts = all().stream().filter((processSpec) -> processSpec.isCalled(name)).toList();
		if (parts.isEmpty()) {
			throw new LauncherException("There is no service %s. There are %s.".formatted(name,
					all().stream().map(ProcessSpec::name).toList()));
		}
		return parts;
	}

	/**
	 * What these become when that is asked for while they run: more workers and nothing
	 * else, as a role that two processes have in two ways is hard to reason about, and
	 * the gateway learns at its start who there is.
	 */
	public ProcessSpecs grown(ProcessSpecs asked) {
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
