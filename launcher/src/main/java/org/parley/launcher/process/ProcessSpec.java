package org.parley.launcher.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process that Parley is made of.
 *
 * @param service the module that it runs
 * @param role {@code PARLEY_ROLE}: which of the service's duties it has
 * @param number which of several alike it is
 * @param flags of its Java virtual machine
 */
public record ProcessSpec(String service, String role, int number, List<String> flags) {

	public static final String GATEWAY = "gateway";

	static final String CONFIG_SERVER = "config-server";

	static final String REALTIME = "realtime-service";

	/**
	 * What the second port of realtime-service is called, where its sockets are.
	 */
	static final String SOCKETS = REALTIME + "-sockets";

	public static final String MAILBOX = "mailbox";

	/** What the second port of the mailbox is called, where mail comes in. */
	static final String MAILBOX_SMTP = MAILBOX + "-smtp";

	private static final List<String> TINY = List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xss512k",
			"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

	private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xss512k",
			"-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

	/**
	 * A young generation that is collected often keeps what is resident a quarter
	 * smaller; without a small start the heap would begin at its full size.
	 */
	private static final List<String> QUIET = with(with(with(SMALL, "-XX:TieredStopAtLevel=1"), "-Xms32m"), "-Xmn16m");

	private static final String POOLED_BUFFERS = "-Dio.netty.allocator.type=pooled";

	/** What is done behind a queue, or by the clock, can be scaled apart. */
	private static final Set<String> WITH_WORKERS = Set.of("moderation-service", "summary-service",
			"notification-service", "webhook-service");

	/**
	 * One of each service, in the order in which they are started. Those that work hard
	 * get the optimizing compiler, the others start faster and stay smaller without it.
	 * The flags of both roles are the same, as they share what was learnt in training.
	 */
	public static final List<ProcessSpec> SERVICES = Stream
		.of(all(MAILBOX, TINY), all(CONFIG_SERVER, QUIET), all("auth-service", SMALL), all("forum-service", SMALL),
				all("moderation-service", QUIET), all("summary-service", QUIET), all("notification-service", QUIET),
				all(REALTIME, with(QUIET, POOLED_BUFFERS)), all("webhook-service", QUIET),
				all(GATEWAY, with(SMALL, POOLED_BUFFERS)))
		.toList();

	/**
	 * A program beside Parley, which works hard while it runs and is started like a
	 * service.
	 */
	static ProcessSpec tool(String module) {
		return all(module, SMALL);
	}

	private static ProcessSpec all(String service, List<String> flags) {
		return new ProcessSpec(service, "all", 1, flags);
	}

	private static List<String> with(List<String> flags, String more) {
		return Stream.concat(flags.stream(), Stream.of(more)).toList();
	}

	/**
	 * What it and its files are called; two roles of a service are two processes.
	 */
	public String name() {
		var name = this.role.equals("all") ? this.service : this.service + "-" + this.role;
		return (this.number == 1) ? name : name + "-" + this.number;
	}

	/**
	 * By its own name, that of its service, or either without {@code -service}.
	 */
	public boolean isCalled(String wanted) {
		return Stream.of(name(), this.service)
			.anyMatch((name) -> name.equals(wanted) || name.replace("-service", "").equals(wanted));
	}

	/** What its ports are called: its own name for the first. */
	public Stream<String> portNames() {
		return switch (this.service) {
			case REALTIME -> Stream.of(name(), sockets());
			case MAILBOX -> Stream.of(name(), MAILBOX_SMTP);
			default -> Stream.of(name());
		};
	}

	/** What the port of its sockets is called, if it is realtime-service. */
	String sockets() {
		return (this.number == 1) ? SOCKETS : SOCKETS + "-" + this.number;
	}

	boolean hasWorkers() {
		return WITH_WORKERS.contains(this.service);
	}

	/** The process that answers requests, when workers are apart. */
	ProcessSpec answering() {
		return new ProcessSpec(this.service, "api", 1, this.flags);
	}

	/** Another process that answers the same requests. */
	ProcessSpec second() {
		return new ProcessSpec(this.service, this.role, 2, this.flags);
	}

	/** Whether two processes may answer for it. */
	public boolean canBeTwice() {
		return usesServers() && !isGateway();
	}

	/** One of the workers, when they are apart. */
	ProcessSpec working(int which) {
		return new ProcessSpec(this.service, "worker", which, this.flags);
	}

	/** Whether requests go there. */
	boolean answers() {
		return !this.role.equals("worker");
	}

	boolean isMailbox() {
		return this.service.equals(MAILBOX);
	}

	/**
	 * Whether it uses MongoDB, RabbitMQ or Redis.
	 */
	boolean usesServers() {
		return !this.service.equals(CONFIG_SERVER) && !isMailbox();
	}

	public boolean isGateway() {
		return this.service.equals(GATEWAY);
	}

	/**
	 * The variable that tells the others where the service is; nobody but the gateway
	 * asks the second one.
	 */
	String uriVariable() {
		return "PARLEY_%s_%s".formatted(
				this.service.replace("-service", "").replace("-server", "").toUpperCase(Locale.ROOT),
				(this.number == 1) ? "URI" : "OTHERS");
	}

}
