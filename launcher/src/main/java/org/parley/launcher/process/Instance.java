package org.parley.launcher.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.checkout.Ports;
import org.parley.launcher.client.Await;
import org.parley.localstack.tenant.TenantServers;

/**
 * A process of a service that drills end and start again as they like: the one that
 * {@code up} has started, another one beside it, or a tool that is no part of Parley.
 * What it needs to know is settled once, so a start needs no server to be up.
 */
public final class Instance {

	private static final long GRACE = 25;

	private static final Duration LOOK = Duration.ofMillis(100);

	private final Checkout checkout;

	private final ProcessSpec processSpec;

	private final Daemon daemon;

	private final TenantServers servers;

	private final Map<String, Integer> ports;

	private final int port;

	private Instance(Checkout checkout, ProcessSpec processSpec, String name, TenantServers servers, int port) {
		this.checkout = checkout;
		this.processSpec = processSpec;
		this.daemon = checkout.daemon(name);
		this.servers = servers;
		this.ports = new HashMap<>(checkout.ports().known());
		this.port = port;
		this.ports.put(processSpec.name(), port);
	}

	/** The process of a service that {@code ./parley up} has started. */
	public static Instance of(Checkout checkout, String service) {
		return of(checkout, checkout.parts().named(service).getFirst());
	}

	/**
	 * All processes of Parley that {@code ./parley up} has started and that use the
	 * servers.
	 */
	public static List<Instance> all(Checkout checkout) {
		return checkout.parts()
			.all()
			.stream()
			.filter(ProcessSpec::usesServers)
			.map((processSpec) -> of(checkout, processSpec))
			.toList();
	}

	private static Instance of(Checkout checkout, ProcessSpec processSpec) {
		var port = checkout.ports().known().get(processSpec.name());
		if (port == null) {
			throw new LauncherException("Nothing runs yet: ./parley up");
		}
		return new Instance(checkout, processSpec, processSpec.name(), checkout.serversOf(processSpec.service()), port);
	}

	/**
	 * A program of this checkout that is no part of Parley; it is not started yet.
	 * @param name as which it is known to the servers
	 */
	public static Instance tool(Checkout checkout, String module, String name) {
		return new Instance(checkout, ProcessSpec.tool(module), name, checkout.serversOf(name), Ports.anyFree());
	}

	/** One more process of the same service, with a port of its own; not started yet. */
	public Instance another() {
		var other = new Instance(this.checkout, this.processSpec, this.processSpec.name() + "-2", this.servers,
				Ports.anyFree());
		if (this.processSpec.service().equals(ProcessSpec.REALTIME)) {
			other.ports.put(ProcessSpec.SOCKETS, Ports.anyFree());
		}
		return other;
	}

	public String name() {
		return this.daemon.name();
	}

	/** As the service's own user finds the servers. */
	public TenantServers servers() {
		return this.servers;
	}

	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	public long pid() {
		return this.daemon.process().map(ProcessHandle::pid).orElse(0L);
	}

	public boolean lives() {
		return this.daemon.lives();
	}

	public boolean isReady() {
		return Readiness.of(this.port);
	}

	/**
	 * Waits until it is ready.
	 * @throws LauncherException with the end of what it said, when it is not in time
	 */
	public void awaitReady(Duration limit) {
		if (!Await.until(limit, LOOK, this::isReady)) {
			throw new LauncherException("%s is not ready. The end of what it said:%n%s".formatted(name(), lastWords()));
		}
	}

	/**
	 * Starts it and does not wait until it is ready.
	 * @param more what it is told beside the usual
	 */
	public void start(Map<String, String> more) throws InterruptedException {
		var environment = new HashMap<>(environment());
		var application = this.checkout.application(this.processSpec);
		if (!application.isPrepared()) {
			application.prepare(environment, this.checkout.log(name() + "-training"));
		}
		environment.putAll(more);
		this.daemon.start(application.command(), environment);
	}

	private Map<String, String> environment() {
		return new Environment(this.checkout, this.ports).of(this.processSpec, this.servers);
	}

	/** Ends it as a crash would. */
	public void kill() {
		this.daemon.kill();
	}

	/** Ends it gracefully. */
	public void stop() {
		this.daemon.stop(GRACE);
	}

	/** The end of what it said. */
	public String lastWords() {
		return this.daemon.lastWords(30);
	}

}
