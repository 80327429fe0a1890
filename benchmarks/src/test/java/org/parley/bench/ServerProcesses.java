package org.parley.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.stack.Status;

/**
 * The processes of Parley, MongoDB, RabbitMQ and Redis that run on this machine.
 *
 * @param processes the processes; servers in containers are missing
 */
public record ServerProcesses(List<ServerProcess> processes) {

	public ServerProcesses {
		processes = List.copyOf(processes);
	}

	public static ServerProcesses of(Status status) {
		var parts = status.processes().stream().map((part) -> new ServerProcess(part.name(), part.pid()));
		var servers = status.infrastructure().stream().map((server) -> new ServerProcess(server.name(), server.pid()));
		return new ServerProcesses(Stream.concat(parts, servers).filter((server) -> server.pid() > 0).toList());
	}

	/** Returns these processes and another one. */
	public ServerProcesses and(ServerProcess other) {
		return new ServerProcesses(Stream.concat(this.processes.stream(), Stream.of(other)).toList());
	}

	/** Returns the usage of each process since its start. */
	public Map<String, Usage> usage() {
		var reader = ProcessUsageReader.ofThisMachine();
		return this.processes.stream().collect(Collectors.toMap(ServerProcess::name, reader::read));
	}

	/** Returns the usage of each process since an earlier reading. */
	public Map<String, Usage> usageSince(Map<String, Usage> before) {
		var after = usage();
		return before.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(then) -> after.getOrDefault(then.getKey(), Usage.NONE).since(then.getValue())));
	}

}
