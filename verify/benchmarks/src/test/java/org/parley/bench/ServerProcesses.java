package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.process.ProcessSpec;
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

	/** Services that share a process are one. */
	public static ServerProcesses of(Status status) {
		var parts = status.processes().stream().map((part) -> new ServerProcess(part.name(), part.pid()));
		var servers = status.infrastructure().stream().map((server) -> new ServerProcess(server.name(), server.pid()));
		var byPid = Stream.concat(parts, servers)
			.filter((server) -> server.pid() > 0)
			.collect(
					Collectors.toMap(ServerProcess::pid, Function.identity(), (first, _) -> first, LinkedHashMap::new));
		return new ServerProcesses(List.copyOf(byPid.values()));
	}

	/** Returns these processes and another one. */
	public ServerProcesses and(ServerProcess other) {
		return new ServerProcesses(Stream.concat(this.processes.stream(), Stream.of(other)).toList());
	}

	/** Returns the processes of a service, or the one that it shares with all others. */
	public ServerProcesses of(String service) {
		var own = this.processes.stream().filter((process) -> process.name().startsWith(service)).toList();
		return own.isEmpty() ? new ServerProcesses(
				this.processes.stream().filter((process) -> process.name().equals(ProcessSpec.TOGETHER)).toList())
				: new ServerProcesses(own);
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
