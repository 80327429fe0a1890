package org.parley.bench.load;

import java.util.List;

/**
 * A list of paths that clients request in turn.
 *
 * @param name the name in the table
 * @param paths paths with query
 */
public record Scenario(String name, List<String> paths) {

	public Scenario {
		paths = List.copyOf(paths);
	}

}
