package org.parley.launcher.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.catalogue.ApplicationCatalogue;

/**
 * The parts of Parley on this machine, and whether they share a process.
 *
 * @param together whether all parts but the web client run in one process
 * @param workers number of processes per worker; 0 if each service is one process
 * @param mailbox whether the local mailbox receives mail
 * @param twice the services with two processes
 * @param only the services that run, with what they need and the gateway; empty for all
 */
public record ProcessSpecs(boolean together, int workers, boolean mailbox, Set<String> twice, Set<String> only) {

	/** All services in one process. */
	public static final ProcessSpecs TOGETHER = new ProcessSpecs(true, 0, true, Set.of(), Set.of());

	/** One process per service. */
	public static final ProcessSpecs ONE_EACH = new ProcessSpecs(0, true, Set.of());

	/** One process per role of each service. */
	public static final ProcessSpecs SEPARATE_ROLES = new ProcessSpecs(1, true, Set.of());

	public ProcessSpecs {
		twice = Set.copyOf(twice);
		only = Set.copyOf(only);
	}

	/** All services, in processes of their own. */
	public ProcessSpecs(int workers, boolean mailbox, Set<String> twice) {
		this(false, workers, mailbox, twice, Set.of());
	}

	/**
	 * Returns all parts in the order of their start: services, workers, gateway. The
	 * process of all services reads the files of settings itself.
	 */
	public List<ProcessSpec> all() {
		var services = chosen()
			.filter((processSpec) -> !processSpec.isGateway() && (this.mailbox || !processSpec.isMailbox())
					&& !(this.together && processSpec.isConfigServer()))
			.flatMap(this::apiProcesses);
		var gateway = ProcessSpec.SERVICES.stream().filter(ProcessSpec::isGateway);
		return Stream.of(services, workerProcesses(), gateway).flatMap((parts) -> parts).toList();
	}

	private Stream<ProcessSpec> chosen() {
		if (this.only.isEmpty()) {
			return ProcessSpec.SERVICES.stream();
		}
		var roots = new TreeSet<>(this.only);
		roots.add(ProcessSpec.GATEWAY);
		var needed = ApplicationCatalogue.closure(roots);
		return ProcessSpec.SERVICES.stream().filter((processSpec) -> needed.contains(processSpec.service()));
	}

	private Stream<ProcessSpec> apiProcesses(ProcessSpec processSpec) {
		var first = (this.workers > 0 && processSpec.hasWorkers()) ? processSpec.api() : processSpec;
		return this.twice.contains(processSpec.service()) ? Stream.of(first, first.second()) : Stream.of(first);
	}

	private Stream<ProcessSpec> workerProcesses() {
		return IntStream.rangeClosed(1, this.workers)
			.boxed()
			.flatMap((number) -> chosen().filter(ProcessSpec::hasWorkers)
				.map((processSpec) -> processSpec.worker(number)));
	}

	/** Whether a part runs in the process of all services. */
	public boolean isHosted(ProcessSpec processSpec) {
		return this.together && !processSpec.isWeb();
	}

	/**
	 * Finds the processes of a service, also by its short name such as {@code forum}, or
	 * one process by its name.
	 */
	public List<ProcessSpec> named(String name) {
		var parts = all().stream().filter((processSpec) -> processSpec.hasName(name)).toList();
		if (parts.isEmpty()) {
			throw new LauncherException("Unknown service %s. Known services: %s".formatted(name,
					all().stream().map(ProcessSpec::name).toList()));
		}
		return parts;
	}

	/**
	 * Changes the processes while they run. Only the number of workers can grow: other
	 * changes would mix two ways of splitting roles, and the gateway reads the addresses
	 * at its start.
	 */
	public ProcessSpecs growTo(ProcessSpecs asked) {
		if (asked.together != this.together || (asked.workers > 0) != (this.workers > 0) || asked.workers < this.workers
				|| asked.mailbox != this.mailbox || !asked.twice.equals(this.twice) || !asked.only.equals(this.only)) {
			throw new LauncherException("Parley runs %s. To change this, run ./parley down and then ./parley up%s"
				.formatted(description(), asked.options()));
		}
		return asked;
	}

	private String description() {
		var roles = this.together ? "all services in one process" : (this.workers > 0)
				? "separate roles and %d of each worker".formatted(this.workers) : "one process per service";
		var second = this.twice.isEmpty() ? "" : ", two of " + list(this.twice);
		var part = this.only.isEmpty() ? "" : ", only " + list(this.only);
		return "with " + roles + second + part + (this.mailbox ? "" : ", without a mailbox");
	}

	private String options() {
		var split = this.together ? "" : (this.workers > 0) ? " --workers " + this.workers : " --apart";
		return split + option(" --twice ", this.twice) + option(" --only ", this.only);
	}

	private static String option(String name, Set<String> services) {
		return services.isEmpty() ? "" : name + list(services);
	}

	private static String list(Set<String> services) {
		return String.join(",", new TreeSet<>(services));
	}

}
