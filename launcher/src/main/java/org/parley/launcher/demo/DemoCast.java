package org.parley.launcher.demo;

import java.util.Map;
import java.util.Set;

/**
 * The accounts of a fresh start that a story needs.
 *
 * @param accounts by username
 */
public record DemoCast(Map<String, DemoAccount> accounts) {

	static final Set<String> NAMES = Set.of("admin", "moderator", "alice", "bob");

	public DemoCast {
		accounts = Map.copyOf(accounts);
		if (!accounts.keySet().containsAll(NAMES)) {
			throw new IllegalArgumentException("The story needs the accounts " + NAMES);
		}
	}

}
