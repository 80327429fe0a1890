package org.parley.launcher.command;

import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.stack.Status;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the state of processes and servers.
 */
@Command(name = "status", description = "Show the state, ports and memory of all processes and servers.")
public final class StatusCommand implements Callable<Integer> {

	@Option(names = "--json", description = "as JSON")
	private boolean json;

	@Override
	public Integer call() {
		var status = Status.of(Checkout.here());
		if (this.json) {
			System.out.println(JsonMapper.shared().writeValueAsString(status));
		}
		else {
			print(status);
		}
		return status.ready() ? 0 : 1;
	}

	private static void print(Status status) {
		status.processes()
			.forEach((part) -> line(part.name(), part.role(), part.state(), part.pid(), part.port(), part.rssKb()));
		status.infrastructure()
			.forEach((server) -> line(server.name(), "", server.state(), server.pid(), 0, server.rssKb()));
		System.out.println(
				status.ready() ? "ready at " + status.gateway() : "not ready; start what is missing with ./parley up");
	}

	private static void line(String name, String role, String state, long pid, int port, long rssKb) {
		System.out.println("%-30s %-7s %-9s %8s %6s %8s".formatted(name, role, state, shown(pid), shown(port),
				(rssKb == 0) ? "" : rssKb / 1024 + " MiB"));
	}

	private static String shown(long number) {
		return (number == 0) ? "" : String.valueOf(number);
	}

}
