package org.parley.platform.web.request;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The paths at which operators look at an instance. They are reachable inside only, need
 * no token and are never refused for load.
 */
public final class OperatorPaths {

	private static final String HEALTH = "/health";

	private static final Set<String> PATHS = Set.of("/livez", "/readyz", "/metrics", HEALTH);

	private OperatorPaths() {
	}

	/** Checks whether a path is one of them. */
	public static boolean contain(String path) {
		return PATHS.contains(path) || path.startsWith(HEALTH + "/");
	}

	/** Returns patterns that match them. */
	public static Stream<String> patterns() {
		return Stream.concat(PATHS.stream(), Stream.of(HEALTH + "/**"));
	}

}
