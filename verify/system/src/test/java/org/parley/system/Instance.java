package org.parley.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.launcher.process.Readiness;
import org.parley.launcher.stack.Environment;
import org.parley.localstack.FreePort;
import org.parley.localstack.tenant.TenantServers;

/**
 * A process that drills stop and start: one started by {@code up}, an additional one, or
 * a tool. Its environment is resolved once, so that a start does not need the servers.
 */
public final class Instance {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

	private final Checkout checkout;

	private final ProcessSpec processSpec;

	private final Daemon daemon;

	private final @Nullable TenantServers servers;

	private final Map<String, Integer> ports;

	private final int port;

	private Instance(Checkout checkout, ProcessSpec processSpec, String name, @Nullable TenantServers servers,
			int port) {
		this.checkout = checkout;
		this.processSpec = processSpec;
		this.daemon = checkout.daemon(name);
		this.servers = servers;
		this.ports = new HashMap<>(checkout.ports().known());
		this.port = port;
		this.ports.put(processSpec.name(), port);
	}

	/** Returns the process of a service that {@code ./parley up} has started. */
	public static Instance of(Checkout checkout, String service) {
		return of(checkout, checkout.processes().named(service).getFirst());
	}

	/**
	 * Returns the processes that {@code ./parley up} has started and that drills stop:
	 * all that use the servers, and the storage.
	 */
	public static List<Instance> all(Checkout checkout) {
		return stoppable(checkout.processes()).map((processSpec) -> of(checkout, processSpec)).toList();
	}

	static Stream<ProcessSpec> stoppable(ProcessSpecs processSpecs) {
		return processSpecs.all()
			.stream()
			.filter((processSpec) -> processSpec.usesServers() || processSpec.isStorage());
	}

	private static Instance of(Checkout checkout, ProcessSpec processSpec) {
		if (checkout.processes().isHosted(processSpec)) {
			throw new LauncherException("Services share a process. Run ./parley down and then ./parley up --apart");
		}
		var port = checkout.ports().known().get(processSpec.name());
		if (port == null) {
			throw new LauncherException("Parley is not running. Start it with ./parley up.");
		}
		var servers = processSpec.usesServers() ? checkout.serversOf(processSpec.service()) : null;
		return new Instance(checkout, processSpec, processSpec.name(), servers, port);
	}

	/**
	 * Returns a tool of this checkout, which is not started yet.
	 * @param module the tool's folder
	 * @param name the tool's user name in the servers
	 */
	public static Instance tool(Checkout checkout, String module, String name) {
		return new Instance(checkout, ProcessSpec.tool(module), name, checkout.serversOf(name), FreePort.find());
	}

	/**
	 * Returns another process of the same service with its own port, which is not started
	 * yet.
	 */
	public Instance createSecond() {
		return createCopy(2);
	}

	/**
	 * Returns another process of the same service, as {@link #createSecond}.
	 * @param number distinguishes it from other copies
	 */
	public Instance createCopy(int number) {
		var other = new Instance(this.checkout, this.processSpec, this.processSpec.name() + "-" + number, this.servers,
				FreePort.find());
		if (this.processSpec.service().equals(ProcessSpec.REALTIME)) {
			other.ports.put(ProcessSpec.SOCKETS, FreePort.find());
		}
		return other;
	}

	public String name() {
		return this.daemon.name();
	}

	/**
	 * Returns the server addresses with the service's credentials; only a process that
	 * uses servers has them.
	 */
	public TenantServers servers() {
		return Objects.requireNonNull(this.servers);
	}

	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	public long pid() {
		return this.daemon.process().map(ProcessHandle::pid).orElse(0L);
	}

	public boolean isAlive() {
		return this.daemon.isAlive();
	}

	public boolean isReady() {
		return Readiness.isReady(this.port);
	}

	/**
	 * Waits until the process is ready.
	 * @throws LauncherException with the end of the log on a timeout
	 */
	public void awaitReady(Duration timeout) {
		if (!Await.until(timeout, POLL_INTERVAL, this::isReady)) {
			throw new LauncherException("%s did not become ready. End of its log:%n%s".formatted(name(), logTail()));
		}
	}

	/**
	 * Starts the process without waiting until it is ready.
	 * @param more additional environment variables
	 */
	public void start(Map<String, String> more) throws InterruptedException {
		var environment = new HashMap<>(environment());
		var application = this.checkout.application(this.processSpec);
		if (!application.isPrepared()) {
			application.prepare();
		}
		environment.putAll(more);
		this.daemon.start(application.command(), environment);
	}

	private Map<String, String> environment() {
		var environment = new Environment(this.checkout, this.ports);
		return (this.servers != null) ? environment.of(this.processSpec, this.servers)
				: environment.of(this.processSpec);
	}

	/** Kills the process. */
	public void kill() {
		this.daemon.kill();
	}

	/** Stops the process gracefully. */
	public void stop() {
		this.daemon.stop();
	}

	/** Returns the end of the log. */
	public String logTail() {
		return this.daemon.logTail(30);
	}

}
