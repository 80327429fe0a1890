package org.parley.launcher.process;

import java.util.List;
import java.util.Map;

/**
 * The environment that a process inherits from the launcher. The administrator addresses
 * of {@code up} are not inherited, because services have their own users.
 */
final class InheritedEnvironment {

	private static final List<String> ADMINISTRATOR_VARIABLES = List.of("PARLEY_MONGODB_URI", "PARLEY_AMQP_URI",
			"PARLEY_REDIS_URI", "PARLEY_RABBIT_MGMT_URL");

	private InheritedEnvironment() {
	}

	/** Adds the variables of a process to those that it inherits. */
	static void extend(ProcessBuilder builder, Map<String, String> environment) {
		ADMINISTRATOR_VARIABLES.forEach(builder.environment()::remove);
		builder.environment().putAll(environment);
	}

}
