package org.parley.launcher.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.catalogue.ApplicationCatalogue;
import org.parley.launcher.catalogue.CataloguedApplication;

/**
 * Specification of a process of Parley.
 *
 * @param service the module
 * @param role {@code PARLEY_ROLE}: {@code all}, {@code api} or {@code worker}
 * @param number the number among processes of the same service and role
 * @param flags JVM flags
 */
public record ProcessSpec(String service, String role, int number, List<String> flags) {

	/** The process of all services, its port and its log. */
	public static final String TOGETHER = "parley";

	public static final String GATEWAY = "gateway";

	public static final String CONFIG_SERVER = "config-server";

	public static final String REALTIME = "realtime-service";

	/**
	 * Name of the Socket.IO port of realtime-service.
	 */
	public static final String SOCKETS = REALTIME + "-sockets";

	public static final String MAILBOX = "mailbox";

	/** The S3 storage of a laptop. */
	public static final String STORAGE = "object-storage";

	/** Name of the port that serves S3. */
	public static final String STORAGE_S3 = STORAGE + "-s3";

	public static final String MEDIA = "media-service";

	/** The web client, a program of Node. */
	public static final String WEB = "web";

	/** Name of the mailbox's SMTP port. */
	public static final String MAILBOX_SMTP = MAILBOX + "-smtp";

	/**
	 * All services in the order of their start. The roles of a service share the
	 * extracted jar, and so their flags.
	 */
	public static final List<ProcessSpec> SERVICES = ApplicationCatalogue.ALL.stream()
		.map((application) -> all(application.name(), application.flags()))
		.toList();

	private static final Set<String> WITH_WORKERS = ApplicationCatalogue.ALL.stream()
		.filter(CataloguedApplication::workers)
		.map(CataloguedApplication::name)
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * Returns the specification of a tool, which is started like a service.
	 */
	public static ProcessSpec tool(String module) {
		return all(module, CataloguedApplication.Jvm.SMALL.flags());
	}

	private static ProcessSpec all(String service, List<String> flags) {
		return new ProcessSpec(service, "all", 1, flags);
	}

	/**
	 * Returns the name of the process and its files.
	 */
	public String name() {
		var name = this.role.equals("all") ? this.service : this.service + "-" + this.role;
		return (this.number == 1) ? name : name + "-" + this.number;
	}

	/**
	 * Checks whether a name is the process's or its service's, with or without
	 * {@code -service}.
	 */
	public boolean hasName(String candidate) {
		return Stream.of(name(), this.service)
			.anyMatch((name) -> name.equals(candidate) || name.replace("-service", "").equals(candidate));
	}

	/** Returns the names of its ports; the first is its own name. */
	public Stream<String> portNames() {
		return switch (this.service) {
			case REALTIME -> Stream.of(name(), socketPortName());
			case MAILBOX -> Stream.of(name(), MAILBOX_SMTP);
			case STORAGE -> Stream.of(name(), STORAGE_S3);
			default -> Stream.of(name());
		};
	}

	/** Returns the name of the Socket.IO port of realtime-service. */
	public String socketPortName() {
		return (this.number == 1) ? SOCKETS : SOCKETS + "-" + this.number;
	}

	boolean hasWorkers() {
		return WITH_WORKERS.contains(this.service);
	}

	/** Returns the process that serves requests when workers are separate. */
	ProcessSpec api() {
		return new ProcessSpec(this.service, "api", 1, this.flags);
	}

	/** Returns a second process that serves the same requests. */
	ProcessSpec second() {
		return new ProcessSpec(this.service, this.role, 2, this.flags);
	}

	/** Checks whether two processes of this service can run. */
	public boolean supportsSecond() {
		return usesServers() && !isGateway();
	}

	ProcessSpec worker(int workerNumber) {
		return new ProcessSpec(this.service, "worker", workerNumber, this.flags);
	}

	/** Checks whether it serves requests. */
	public boolean servesRequests() {
		return !this.role.equals("worker");
	}

	boolean isConfigServer() {
		return this.service.equals(CONFIG_SERVER);
	}

	boolean isMailbox() {
		return this.service.equals(MAILBOX);
	}

	/** Whether it is the S3 storage. */
	public boolean isStorage() {
		return this.service.equals(STORAGE);
	}

	public boolean isWeb() {
		return this.service.equals(WEB);
	}

	/**
	 * Checks whether it uses MongoDB, RabbitMQ or Redis.
	 */
	public boolean usesServers() {
		return !isConfigServer() && !isMailbox() && !isStorage() && !isWeb();
	}

	/** Checks whether it exports personal data, sealed for auth-service. */
	public boolean hasPersonalData() {
		return this.service.endsWith("-service");
	}

	public boolean isGateway() {
		return this.service.equals(GATEWAY);
	}

	/**
	 * Returns the variable with the service's address; the address of a second process is
	 * used by the gateway only.
	 */
	public String uriVariable() {
		return "PARLEY_%s_%s".formatted(
				this.service.replace("-service", "").replace("-server", "").toUpperCase(Locale.ROOT),
				(this.number == 1) ? "URI" : "OTHERS");
	}

}
