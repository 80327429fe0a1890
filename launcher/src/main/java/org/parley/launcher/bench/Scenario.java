package org.parley.launcher.bench;

import java.util.List;

/**
 * What visitors ask for, in turn.
 *
 * @param name in the table
 * @param paths from the gateway's root
 */
record Scenario(String name, List<String> paths) {

	Scenario {
		paths = List.copyOf(paths);
	}

}
