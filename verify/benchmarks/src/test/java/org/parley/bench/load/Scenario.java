package org.parley.bench.load;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list of paths that clients request in turn.
 *
 * @param name the name in the table
 * @param paths paths with query
 * @param tokens access tokens of signed-in people; none for guests
 * @param headers lines that each request has
 */
public record Scenario(String name, List<String> paths, List<String> tokens, List<String> headers) {

	/** Below the limit of anonymous requests per minute. */
	private static final int API_REQUESTS_PER_ADDRESS = 90;

	/** Fewer, because a page reads several times for its reader. */
	private static final int PAGES_PER_ADDRESS = 40;

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
		var more = Stream.concat(this.headers.stream(), Stream.of("Cache-Control: no-cache")).toList();
		return new Scenario(this.name + ", from the service", this.paths, this.tokens, more);
	}

	/** Returns how many requests of an address stay below every limit. */
	int requestsPerAddress() {
		return this.paths.getFirst().startsWith("/api/") ? API_REQUESTS_PER_ADDRESS : PAGES_PER_ADDRESS;
	}

}
