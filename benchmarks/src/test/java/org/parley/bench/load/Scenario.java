package org.parley.bench.load;

import java.util.List;

/**
 * A list of paths that clients request in turn.
 *
 * @param name the name in the table
 * @param paths paths with query
 * @param tokens access tokens of signed-in people; none for guests
 * @param headers lines that each request has
 */
public record Scenario(String name, List<String> paths, List<String> tokens, List<String> headers) {

	public Scenario {
		paths = List.copyOf(paths);
		tokens = List.copyOf(tokens);
		headers = List.copyOf(headers);
	}

	/** Creates a scenario of guests. */
	public Scenario(String name, List<String> paths) {
		this(name, paths, List.of(), List.of());
	}

	/** Returns the same scenario, which the gateway does not answer from memory. */
	Scenario fromService() {
		return new Scenario(this.name + ", from the service", this.paths, this.tokens,
				List.of("Cache-Control: no-cache"));
	}

}
