package org.parley.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.Parts;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows the logs of processes and servers.
 */
@Command(name = "logs", description = "Show the end of the logs of one service or of all.")
public final class LogsCommand implements Callable<Integer> {

	private static final String MONGODB = "log/mongod.log";

	private static final String RABBITMQ = "log/rabbit/rabbit@localhost.log";

	/** The names of {@code status} and those of alerts. */
	private static final Map<String, String> SERVERS = Map.of("mongo", MONGODB, "mongodb", MONGODB, "rabbit", RABBITMQ,
			"rabbitmq", RABBITMQ, "redis", "log/redis.log");

	@Parameters(arity = "0..1", paramLabel = "service",
			description = "for example forum-service or forum, moderation-worker; also mongodb, rabbitmq, redis")
	private @Nullable String service;

	@Option(names = { "-f", "--follow" }, description = "follow the logs until Ctrl-C")
	private boolean follow;

	@Option(names = "-n", paramLabel = "N", description = "lines per log (default: ${DEFAULT-VALUE})")
	private int lines = 100;

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws IOException, InterruptedException {
		var files = files().filter(Files::exists).map(Path::toString).toList();
		if (files.isEmpty()) {
			throw new LauncherException("There are no logs yet. Start Parley with ./parley up.");
		}
		var command = new ArrayList<>(List.of("tail", "-n", String.valueOf(this.lines)));
		if (this.follow) {
			command.add("-F");
		}
		return new ProcessBuilder(hostedService().map((name) -> filter(name, command, files))
			.orElseGet(() -> Stream.concat(command.stream(), files.stream()).toList())).inheritIO().start().waitFor();
	}

	/** Returns the service whose lines are chosen from the log of all services. */
	private Optional<String> hostedService() {
		return Optional.ofNullable(this.service)
			.filter((name) -> !SERVERS.containsKey(name))
			.map((name) -> this.checkout.processes().named(name).getFirst())
			.filter(this.checkout.processes()::isHosted)
			.map(ProcessSpec::service);
	}

	/**
	 * Counts the lines of the service only, except while it follows them. A line without
	 * a time belongs to the one before.
	 */
	static List<String> filter(String service, List<String> tail, List<String> files) {
		var awk = "awk -v service=%s '/^[0-9-]+T[0-9]/ { own = ($3 == service) } own { print; fflush() }'"
			.formatted(service);
		var end = String.join(" ", tail);
		var command = new ArrayList<>(List.of("bash", "-c",
				tail.contains("-F") ? end + " \"$@\" | " + awk : awk + " \"$@\" | " + end, "logs"));
		command.addAll(files);
		return command;
	}

	private Stream<Path> files() {
		var name = this.service;
		var parts = new Parts(this.checkout);
		if (name == null) {
			return this.checkout.processes().all().stream().map(parts::daemon).map(Daemon::log).distinct();
		}
		var server = SERVERS.get(name);
		return (server != null) ? Stream.of(this.checkout.servers().resolve(server))
				: this.checkout.processes().named(name).stream().map(parts::daemon).map(Daemon::log);
	}

}
