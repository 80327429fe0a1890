package org.parley.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
 * Servers as plain processes of this machine, by {@code stack.sh}.
 */
final class NativeStack {

	private static final int UNAVAILABLE = 3;

	private static final Pattern SETTING = Pattern.compile("(\\w+)='(.*)'");

	private static final Pattern STATE = Pattern.compile("(\\w+) (up|down)(?: pid=(\\d+) rss_kb=(\\d*))?");

	private final Path directory;

	private final Map<String, String> knobs;

	NativeStack(Path directory, Map<String, String> knobs) {
		this.directory = directory;
		this.knobs = knobs;
	}

	Servers start() {
		var addresses = run("up").stream()
			.map(SETTING::matcher)
			.filter((line) -> line.matches())
			.collect(Collectors.toMap((line) -> line.group(1), (line) -> line.group(2)));
		return Servers.named(addresses).orElseThrow();
	}

	void stop() {
		if (wasStarted()) {
			run("down");
		}
	}

	private boolean wasStarted() {
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
		if (!wasStarted()) {
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
	 * A program, from the cache.
	 */
	Path tool(String name) {
		return Path.of(run("tool", name).getFirst());
	}

	private List<String> run(String command) {
		return run(command, this.directory.toString());
	}

	private List<String> run(String command, String argument) {
		var builder = new ProcessBuilder("bash", script().toString(), command, argument);
		builder.environment().putAll(this.knobs);
		try {
			return run(command, builder.start());
		}
		catch (IOException ex) {
			throw new StackUnavailableException(advice("bash cannot be run: " + ex.getMessage()));
		}
	}

	private static List<String> run(String command, Process process) throws IOException {
		var said = CompletableFuture.supplyAsync(() -> passOn(process.errorReader()), Thread::startVirtualThread);
		var output = process.inputReader().lines().toList();
		var status = process.onExit().join().exitValue();
		if (status == UNAVAILABLE) {
			throw new StackUnavailableException(command.equals("tool") ? toolAdvice(said.join()) : advice(said.join()));
		}
		if (status != 0) {
			throw new IllegalStateException("stack.sh %s ended with %d: %s".formatted(command, status, said.join()));
		}
		return output;
	}

	/**
	 * What the script says appears at once: a first start downloads for half a minute.
	 */
	private static String passOn(BufferedReader reader) {
		var lines = new ArrayList<String>();
		reader.lines().forEach((line) -> {
			lines.add(line);
			System.err.println(line);
		});
		return String.join("\n", lines);
	}

	private static String advice(String reason) {
		return """
				There are no MongoDB, RabbitMQ and Redis to be had. One of these is needed:
				- a running Docker daemon (none answered), or
				- Linux x86_64 with the Debian or Ubuntu packages bash, npm, tar, util-linux, apt, dpkg \
				and debian-archive-keyring (%s), or
				- PARLEY_MONGODB_URI, PARLEY_AMQP_URI, PARLEY_REDIS_URI and PARLEY_RABBIT_MGMT_URL with \
				administrators' addresses.""".formatted(reason.strip());
	}

	private static String toolAdvice(String reason) {
		return """
				A program that tests need cannot be had (%s). It is fetched on Linux x86_64 with npm; elsewhere name \
				your own, as in PARLEY_CHROMIUM=/path/to/chromium.""".formatted(reason.strip());
	}

	/**
	 * Moved into place in one step, since another process may be running the old file.
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
