package org.parley.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Servers as processes of this machine, started by {@code stack.sh}.
 */
final class NativeStack {

	private static final int UNAVAILABLE = 3;

	private static final Pattern SETTING = Pattern.compile("(\\w+)='(.*)'");

	private static final Pattern STATE = Pattern.compile("(\\w+) (up|down)(?: pid=(\\d+) rss_kb=(\\d*))?");

	private final Path directory;

	private final Map<String, String> variables;

	NativeStack(Path directory, Map<String, String> variables) {
		this.directory = directory;
		this.variables = variables;
	}

	Servers start() {
		var addresses = run("up").stream()
			.map(SETTING::matcher)
			.filter((line) -> line.matches())
			.collect(Collectors.toMap((line) -> line.group(1), (line) -> line.group(2)));
		return Servers.fromEnvironment(addresses).orElseThrow();
	}

	void stop() {
		if (hasBeenStarted()) {
			run("down");
		}
	}

	private boolean hasBeenStarted() {
		return Files.exists(this.directory.resolve("run"));
	}

	void removeData() {
		if (!Files.exists(this.directory)) {
			return;
		}
		try (var files = Files.walk(this.directory)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<ServerState> status() {
		if (!hasBeenStarted()) {
			return Stream.of("mongo", "rabbit", "redis").map((name) -> new ServerState(name, "down", 0, 0)).toList();
		}
		return run("status").stream()
			.map(STATE::matcher)
			.filter((line) -> line.matches() && !line.group(1).equals("epmd"))
			.map((line) -> new ServerState(line.group(1), line.group(2), number(line.group(3)), number(line.group(4))))
			.toList();
	}

	private static long number(String text) {
		return (text == null || text.isEmpty()) ? 0 : Long.parseLong(text);
	}

	/**
	 * Returns a downloaded program.
	 */
	Path tool(String name) {
		return Path.of(run("tool", name).getFirst());
	}

	private List<String> run(String command) {
		return run(command, this.directory.toString());
	}

	private List<String> run(String command, String argument) {
		var builder = new ProcessBuilder("bash", script().toString(), command, argument);
		builder.environment().putAll(this.variables);
		try {
			return run(command, builder.start());
		}
		catch (IOException ex) {
			throw new StackUnavailableException(advice("bash could not be started: " + ex.getMessage()));
		}
	}

	private static List<String> run(String command, Process process) throws IOException {
		var messages = CompletableFuture.supplyAsync(() -> printAndCollect(process.errorReader()),
				Thread::startVirtualThread);
		var output = process.inputReader().lines().toList();
		var status = process.onExit().join().exitValue();
		if (status == UNAVAILABLE) {
			throw new StackUnavailableException(
					command.equals("tool") ? toolAdvice(messages.join()) : advice(messages.join()));
		}
		if (status != 0) {
			throw new IllegalStateException(
					"stack.sh %s exited with status %d: %s".formatted(command, status, messages.join()));
		}
		return output;
	}

	/**
	 * Prints the script's messages at once, because a first start downloads for half a
	 * minute.
	 */
	private static String printAndCollect(BufferedReader reader) {
		var lines = new ArrayList<String>();
		reader.lines().forEach((line) -> {
			lines.add(line);
			System.err.println(line);
		});
		return String.join("\n", lines);
	}

	private static String advice(String reason) {
		return """
				MongoDB, RabbitMQ and Redis are not available. One of these is required:
				- a running Docker daemon (none was found), or
				- Linux x86_64 with the Debian or Ubuntu packages bash, npm, tar, util-linux, apt, dpkg \
				and debian-archive-keyring (%s), or
				- PARLEY_MONGODB_URI, PARLEY_AMQP_URI, PARLEY_REDIS_URI and PARLEY_RABBIT_MGMT_URL with \
				administrators' addresses.""".formatted(reason.strip());
	}

	private static String toolAdvice(String reason) {
		return """
				A program for tests is not available (%s). It is downloaded with npm on Linux x86_64; elsewhere \
				set its path, for example PARLEY_CHROMIUM=/path/to/chromium.""".formatted(reason.strip());
	}

	/**
	 * The file is moved into place atomically, because another process may be running the
	 * old one.
	 */
	private Path script() {
		try (var source = Objects.requireNonNull(NativeStack.class.getResourceAsStream("stack.sh"))) {
			Files.createDirectories(this.directory);
			var fresh = Files.createTempFile(this.directory, "stack", ".sh");
			Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
			fresh.toFile().setExecutable(true);
			return Files.move(fresh, this.directory.resolve("stack.sh"), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
