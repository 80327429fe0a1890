package org.parley.demo.stage;

import java.util.Map;
import java.util.Set;

/**
 * The development accounts that the demo uses.
 *
 * @param accounts the accounts by username
 */
public record DemoLogins(Map<String, DemoAccount> accounts) {

	public static final Set<String> NAMES = Set.of("admin", "moderator", "alice", "bob");

	public DemoLogins {
		accounts = Map.copyOf(accounts);
		if (!accounts.keySet().containsAll(NAMES)) {
			throw new IllegalArgumentException("The demo needs the accounts " + NAMES);
		}
	}

}
