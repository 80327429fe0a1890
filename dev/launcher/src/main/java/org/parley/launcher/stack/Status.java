package org.parley.launcher.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.launcher.process.Readiness;
import org.parley.localstack.ServerState;

/**
 * The state of Parley on this machine.
 *
 * @param ready whether all processes and servers are ready
 * @param gateway the gateway's address
 * @param processes the processes of Parley
 * @param infrastructure the servers
 */
public record Status(boolean ready, String gateway, List<ProcessState> processes, List<ServerState> infrastructure) {

	/**
	 * The state of a process: {@code ready}, {@code starting} (running but not ready) or
	 * {@code down}, with a pid of 0. Services of one process have its pid, and may be
	 * {@code stopped} or {@code failed} in it, which then is {@code partly} up; its
	 * memory is that of the process alone.
	 */
	public record ProcessState(String name, String role, long pid, int port, String state, long rssKb) {

		static ProcessState of(String name, String role, Daemon daemon, Map<String, Integer> ports,
				Optional<String> end) {
			var port = ports.getOrDefault(name, 0);
			return daemon.process()
				.map((process) -> new ProcessState(name, role, process.pid(), port,
						end.orElseGet(() -> Readiness.isReady(port) ? "ready" : "starting"),
						daemon.name().equals(name) ? OperatingSystemProcesses.residentKb(process) : 0))
				.orElseGet(() -> new ProcessState(name, role, 0, port, "down", 0));
		}

	}

	public static Status of(Checkout checkout) {
		var ports = checkout.ports().known();
		var specs = checkout.processes();
		var ends = ends(checkout, specs);
		var together = specs.together()
				? Stream.of(ProcessState.of(ProcessSpec.TOGETHER, "all", checkout.daemon(ProcessSpec.TOGETHER), ports,
						ends.isEmpty() ? Optional.empty() : Optional.of("partly")))
				: Stream.<ProcessState>empty();
		var parts = specs.all()
			.parallelStream()
			.map((part) -> ProcessState.of(part.name(), part.role(), new Parts(checkout).daemon(part), ports,
					Optional.ofNullable(ends.get(part.service()))));
		var processes = Stream.concat(together, parts).toList();
		var infrastructure = checkout.stack().status();
		var ready = processes.stream().allMatch((process) -> process.state().equals("ready"))
				&& infrastructure.stream().noneMatch((server) -> server.state().equals("down"));
		return new Status(ready, new Environment(checkout, ports).gatewayUrl(), processes, infrastructure);
	}

	/** The services that do not run although their process does, by name. */
	private static Map<String, String> ends(Checkout checkout, ProcessSpecs specs) {
		var ends = new HashMap<String, String>();
		if (specs.together() && checkout.daemon(ProcessSpec.TOGETHER).isAlive()) {
			ServicesClient.of(checkout)
				.services()
				.forEach((service) -> service.end().ifPresent((end) -> ends.put(service.name(), end)));
		}
		return ends;
	}

}
