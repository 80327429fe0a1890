package org.parley.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what the parts and servers have logged.
 */
@Command(name = "logs", description = "Show the end of what a service, or everybody, has logged.")
public final class LogsCommand implements Callable<Integer> {

	private static final Map<String, String> SERVERS = Map.of("mongo", "log/mongod.log", "rabbit",
			"log/rabbit/rabbit@localhost.log", "redis", "log/redis.log");

	@Parameters(arity = "0..1", paramLabel = "service",
			description = "for example forum-service, or just forum; moderation-worker; also mongo, rabbit, redis")
	private @Nullable String service;

	@Option(names = { "-f", "--follow" }, description = "go on until Ctrl-C")
	private boolean follow;

	@Option(names = "-n", paramLabel = "N", description = "how many lines of each (${DEFAULT-VALUE})")
	private int lines = 100;

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws IOException, InterruptedException {
		var files = files().filter(Files::exists).map(Path::toString).toList();
		if (files.isEmpty()) {
			throw new LauncherException("There are no logs yet: ./parley up");
		}
		var command = new ArrayList<>(List.of("tail", "-n", String.valueOf(this.lines)));
		if (this.follow) {
			command.add("-F");
		}
		command.addAll(files);
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

	private Stream<Path> files() {
		var named = this.service;
		if (named == null) {
			return this.checkout.parts().all().stream().map((part) -> this.checkout.log(part.name()));
		}
		var server = SERVERS.get(named);
		return (server != null) ? Stream.of(this.checkout.servers().resolve(server))
				: this.checkout.parts().named(named).stream().map((part) -> this.checkout.log(part.name()));
	}

}
