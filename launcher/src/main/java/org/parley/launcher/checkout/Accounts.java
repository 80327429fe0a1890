package org.parley.launcher.checkout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts of a development start, with passwords that each checkout makes for
 * itself.
 *
 * @param accounts that auth-service makes at its first start
 */
public record Accounts(List<Account> accounts) {

	/** Each includes those before it. */
	private static final List<String> ROLES = List.of("user", "moderator", "admin");

	/**
	 * Somebody who can sign in.
	 *
	 * @param roles as answers name them, the highest last
	 */
	public record Account(String username, String email, String password, List<String> roles) {
	}

	public static Accounts of(Checkout checkout) {
		return new Accounts(
				Stream.of("admin", "moderator", "alice", "bob").map((name) -> account(checkout, name)).toList());
	}

	private static Account account(Checkout checkout, String username) {
		var role = ROLES.contains(username) ? username : ROLES.getFirst();
		var password = checkout.secrets().get("password-of-" + username).substring(0, 16);
		return new Account(username, username + "@example.org", password, ROLES.subList(0, ROLES.indexOf(role) + 1));
	}

	/**
	 * Returns them as {@code PARLEY_ACCOUNTS}.
	 */
	public String setting() {
		return this.accounts.stream()
			.map((account) -> String.join(":", account.username(), account.password(), account.roles().getLast()))
			.collect(Collectors.joining(","));
	}

	/**
	 * Returns them as a person reads them.
	 */
	public String table() {
		return this.accounts.stream()
			.map((account) -> "  %-10s %s  %s".formatted(account.username(), account.password(),
					account.roles().getLast()))
			.collect(Collectors.joining("\n"));
	}

}
