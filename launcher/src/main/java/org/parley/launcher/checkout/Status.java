package org.parley.launcher.checkout;

import java.util.List;
import java.util.Map;

import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.Environment;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.Readiness;
import org.parley.localstack.ServerState;

/**
 * How Parley is on this machine.
 *
 * @param ready whether every part and server is
 * @param gateway the one address for clients
 * @param processes of ours
 * @param infrastructure that they use
 */
public record Status(boolean ready, String gateway, List<PartState> processes, List<ServerState> infrastructure) {

	/**
	 * How a part is: {@code ready}, {@code starting} (it lives but is not ready) or
	 * {@code down}, then with a pid of 0.
	 */
	public record PartState(String name, String role, long pid, int port, String state, long rssKb) {

		static PartState of(ProcessSpec processSpec, Daemon daemon, int port) {
			return daemon.process()
				.map((process) -> new PartState(processSpec.name(), processSpec.role(), process.pid(), port,
						Readiness.of(port) ? "ready" : "starting", OperatingSystemProcesses.residentKb(process)))
				.orElseGet(() -> new PartState(processSpec.name(), processSpec.role(), 0, port, "down", 0));
		}

	}

	public static Status of(Checkout checkout) {
		var ports = checkout.ports().known();
		var processes = checkout.parts()
			.all()
			.parallelStream()
			.map((processSpec) -> state(checkout, processSpec, ports))
			.toList();
		var infrastructure = checkout.stack().status();
		var ready = processes.stream().allMatch((process) -> process.state().equals("ready"))
				&& infrastructure.stream().noneMatch((server) -> server.state().equals("down"));
		return new Status(ready, new Environment(checkout, ports).gatewayUrl(), processes, infrastructure);
	}

	private static PartState state(Checkout checkout, ProcessSpec processSpec, Map<String, Integer> ports) {
		return PartState.of(processSpec, checkout.daemon(processSpec), ports.getOrDefault(processSpec.name(), 0));
	}

}
