package org.parley.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Provides MongoDB, RabbitMQ and Redis: those named by the environment, else containers
 * if a Docker daemon is running, else native servers, else an exception that says what to
 * install.
 */
public final class LocalStack {

	private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

	/** Started once per process; only a failed start is retried. */
	private static @Nullable Servers serversForTests;

	private final Path directory;

	private LocalStack(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	/**
	 * Returns the stack whose data, ports and secrets are stored in the directory.
	 */
	public static LocalStack in(Path directory) {
		return new LocalStack(directory);
	}

	/**
	 * Starts or finds the stack of this build, which begins empty and stops with the
	 * build.
	 * @throws StackUnavailableException if no servers are available
	 */
	public static synchronized Servers forTests() {
		var started = serversForTests;
		if (started == null) {
			started = startForTests();
			serversForTests = started;
		}
		return started;
	}

	/**
	 * Returns a program that tests need, such as {@code chromium}: the path in an
	 * environment variable such as {@code PARLEY_CHROMIUM}, else a downloaded one.
	 * @throws StackUnavailableException if the program is not available
	 */
	public static Path tool(String name) {
		var own = System.getenv("PARLEY_" + name.toUpperCase(Locale.ROOT));
		return (own != null) ? Path.of(own) : new NativeStack(directoryForTests(), Map.of()).tool(name);
	}

	/**
	 * Starts the servers that are down; they outlive this process.
	 * @throws StackUnavailableException if no servers are available
	 */
	public Servers start() {
		return start(Map.of());
	}

	/**
	 * Like {@link #start()}, with environment variables for {@code stack.sh}.
	 */
	public Servers start(Map<String, String> variables) {
		return external().orElseGet(() -> DockerDaemon.isRunning() ? docker().startAndKeep()
				: new NativeStack(this.directory, variables).start());
	}

	/**
	 * Stops the servers of {@link #start()} and keeps their data.
	 */
	public void stop() {
		if (DockerDaemon.isRunning()) {
			docker().stop();
		}
		nativeStack().stop();
	}

	/**
	 * Stops the servers of {@link #start()} and deletes their data.
	 */
	public void wipe() {
		stop();
		if (DockerDaemon.isRunning()) {
			docker().removeData();
		}
		nativeStack().removeData();
	}

	public List<ServerState> status() {
		if (external().isPresent()) {
			return Stream.of("mongo", "rabbit", "redis")
				.map((name) -> new ServerState(name, "external", 0, 0))
				.toList();
		}
		return DockerDaemon.isRunning() ? docker().status() : nativeStack().status();
	}

	private DockerStack docker() {
		return new DockerStack(this.directory);
	}

	private NativeStack nativeStack() {
		return new NativeStack(this.directory, Map.of());
	}

	private static Optional<Servers> external() {
		return Servers.fromEnvironment(System.getenv());
	}

	private static Path directoryForTests() {
		var root = Optional.ofNullable(System.getProperty("parley.root")).orElse("");
		return Path.of(root, "target", "test-stack").toAbsolutePath();
	}

	private static Servers startForTests() {
		var directory = directoryForTests();
		return external().orElseGet(() -> DockerDaemon.isRunning() ? new DockerStack(directory).startForThisProcess()
				: new NativeStack(directory, Map.of("PARLEY_OWNER_PID", String.valueOf(owner().pid()), "PARLEY_FRESH",
						"yes", "PARLEY_MONGO_TTL_SECS", "1"))
					.start());
	}

	/**
	 * Returns the Maven process that forked this one, or this process in an IDE.
	 */
	private static ProcessHandle owner() {
		var self = ProcessHandle.current();
		Predicate<ProcessHandle> maven = (
				process) -> process.info().commandLine().filter((line) -> line.contains(MAVEN)).isPresent();
		return Stream
			.iterate(Optional.of(self), Optional::isPresent, (process) -> process.flatMap(ProcessHandle::parent))
			.flatMap(Optional::stream)
			.filter(maven)
			.findFirst()
			.orElse(self);
	}

}
