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
 * The one place that decides where MongoDB, RabbitMQ and Redis come from: named by the
 * environment, else containers when a Docker daemon answers, else native servers, else an
 * exception that says what to install.
 */
public final class LocalStack {

	private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

	/** One per process: a retry after a failure is wanted, a second start is not. */
	private static @Nullable Servers serversForTests;

	private final Path directory;

	private LocalStack(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	/**
	 * Returns the stack whose data, ports and secrets live in the directory.
	 */
	public static LocalStack in(Path directory) {
		return new LocalStack(directory);
	}

	/**
	 * Starts or finds the one stack of this build. It ends with the build, however the
	 * build ends.
	 * @throws StackUnavailableException when there are no servers to be had
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
	 * A program that tests need beside servers, such as {@code chromium}: the one that an
	 * environment name like {@code PARLEY_CHROMIUM} says, else from the cache, where it
	 * is fetched to.
	 * @throws StackUnavailableException when there is none to be had
	 */
	public static Path tool(String name) {
		var own = System.getenv("PARLEY_" + name.toUpperCase(Locale.ROOT));
		return (own != null) ? Path.of(own) : new NativeStack(directoryForTests(), Map.of()).tool(name);
	}

	/**
	 * Starts what is not running; what runs outlives this process.
	 * @throws StackUnavailableException when there are no servers to be had
	 */
	public Servers start() {
		return start(Map.of());
	}

	/**
	 * Like {@link #start()} with the knobs of {@code stack.sh}.
	 */
	public Servers start(Map<String, String> knobs) {
		return external().orElseGet(() -> DockerDaemon.answers() ? docker().startLasting()
				: new NativeStack(this.directory, knobs).start());
	}

	/**
	 * Stops what {@link #start()} started; the data stays.
	 */
	public void stop() {
		if (DockerDaemon.answers()) {
			docker().stop();
		}
		nativeStack().stop();
	}

	/**
	 * Stops what {@link #start()} started and removes its data.
	 */
	public void wipe() {
		stop();
		if (DockerDaemon.answers()) {
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
		return DockerDaemon.answers() ? docker().status() : nativeStack().status();
	}

	private DockerStack docker() {
		return new DockerStack(this.directory);
	}

	private NativeStack nativeStack() {
		return new NativeStack(this.directory, Map.of());
	}

	private static Optional<Servers> external() {
		return Servers.named(System.getenv());
	}

	private static Path directoryForTests() {
		var root = Optional.ofNullable(System.getProperty("parley.root")).orElse("");
		return Path.of(root, "target", "test-stack").toAbsolutePath();
	}

	private static Servers startForTests() {
		var directory = directoryForTests();
		return external().orElseGet(() -> DockerDaemon.answers() ? new DockerStack(directory).startForThisProcess()
				: new NativeStack(directory,
						Map.of("PARLEY_OWNER_PID", String.valueOf(owner().pid()), "PARLEY_MONGO_TTL_SECS", "1"))
					.start());
	}

	/**
	 * The Maven process that forked this one, else (in an IDE) this one itself.
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
