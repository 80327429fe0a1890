package org.parley.launcher;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A process that Parley is made of.
 *
 * @param service the module that it runs
 * @param role {@code PARLEY_ROLE}: which of the service's duties it has
 * @param flags of its Java virtual machine
 */
record Part(String service, String role, List<String> flags) {

	static final String GATEWAY = "gateway";

	static final String CONFIG_SERVER = "config-server";

	private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xss512k",
			"-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

	private static final List<String> QUIET = with(SMALL, "-XX:TieredStopAtLevel=1");

	private static final String POOLED_BUFFERS = "-Dio.netty.allocator.type=pooled";

	/**
	 * In the order in which they are started. Those that work hard get the optimizing
	 * compiler, the others start faster and stay smaller without it.
	 */
	static final List<Part> ALL = List.of(all(CONFIG_SERVER, QUIET), all("auth-service", SMALL),
			all("forum-service", SMALL), all("moderation-service", QUIET), all("summary-service", QUIET),
			all("notification-service", QUIET), all("realtime-service", with(QUIET, POOLED_BUFFERS)),
			all("webhook-service", QUIET), all(GATEWAY, with(SMALL, POOLED_BUFFERS)));

	/**
	 * Finds the parts of a service, also by its short name: {@code forum}.
	 */
	static List<Part> of(String service) {
		var parts = ALL.stream()
			.filter((part) -> part.service.equals(service) || part.service.equals(service + "-service"))
			.toList();
		if (parts.isEmpty()) {
			throw new LauncherException("There is no service %s. There are %s.".formatted(service,
					ALL.stream().map(Part::service).toList()));
		}
		return parts;
	}

	/**
	 * A program beside Parley, which works hard while it runs and is started like a
	 * service.
	 */
	static Part tool(String module) {
		return all(module, SMALL);
	}

	private static Part all(String service, List<String> flags) {
		return new Part(service, "all", flags);
	}

	private static List<String> with(List<String> flags, String more) {
		return Stream.concat(flags.stream(), Stream.of(more)).toList();
	}

	/**
	 * What its files are called; two roles of a service are two processes.
	 */
	String name() {
		return this.role.equals("all") ? this.service : this.service + "-" + this.role;
	}

	boolean isGateway() {
		return this.service.equals(GATEWAY);
	}

	/**
	 * The variable that tells the others where the service is.
	 */
	String uriVariable() {
		return "PARLEY_%s_URI"
			.formatted(this.service.replace("-service", "").replace("-server", "").toUpperCase(Locale.ROOT));
	}

}
