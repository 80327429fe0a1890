package org.parley.launcher.stack;

import java.util.List;
import java.util.Map;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
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
	 * {@code down}, with a pid of 0.
	 */
	public record ProcessState(String name, String role, long pid, int port, String state, long rssKb) {

		static ProcessState of(ProcessSpec processSpec, Daemon daemon, int port) {
			return daemon.process()
				.map((process) -> new ProcessState(processSpec.name(), processSpec.role(), process.pid(), port,
						Readiness.isReady(port) ? "ready" : "starting", OperatingSystemProcesses.residentKb(process)))
				.orElseGet(() -> new ProcessState(processSpec.name(), processSpec.role(), 0, port, "down", 0));
		}

	}

	public static Status of(Checkout checkout) {
		var ports = checkout.ports().known();
		var processes = checkout.processes()
			.all()
			.parallelStream()
			.map((processSpec) -> state(checkout, processSpec, ports))
			.toList();
		var infrastructure = checkout.stack().status();
		var ready = processes.stream().allMatch((process) -> process.state().equals("ready"))
				&& infrastructure.stream().noneMatch((server) -> server.state().equals("down"));
		return new Status(ready, new Environment(checkout, ports).gatewayUrl(), processes, infrastructure);
	}

	private static ProcessState state(Checkout checkout, ProcessSpec processSpec, Map<String, Integer> ports) {
		return ProcessState.of(processSpec, checkout.daemon(processSpec), ports.getOrDefault(processSpec.name(), 0));
	}

}
