package org.parley.launcher.bench.load;

import java.util.List;

/**
 * What visitors ask for, in turn.
 *
 * @param name in the table
 * @param paths from the gateway's root
 */
public record Scenario(String name, List<String> paths) {

	public Scenario {
		paths = List.copyOf(paths);
	}

}
