package org.parley.launcher.demo;

import java.util.Map;
import java.util.Set;

/**
 * The accounts of a fresh start that a story needs.
 *
 * @param accounts by username
 */
public record DemoAccounts(Map<String, DemoAccount> accounts) {

	public static final Set<String> NAMES = Set.of("admin", "moderator", "alice", "bob");

	public DemoAccounts {
		accounts = Map.copyOf(accounts);
		if (!accounts.keySet().containsAll(NAMES)) {
			throw new IllegalArgumentException("The story needs the accounts " + NAMES);
		}
	}

}
