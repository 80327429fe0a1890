package org.parley.launcher.checkout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts of a development start. Each checkout generates its own passwords.
 *
 * @param accounts the accounts that auth-service creates at its first start
 */
public record Accounts(List<Account> accounts) {

	/** Each role includes the ones before it. */
	private static final List<String> ROLES = List.of("user", "moderator", "admin");

	/**
	 * An account of a development start.
	 *
	 * @param roles the account's roles, the highest last
	 */
	public record Account(String username, String email, String password, List<String> roles) {

		boolean isAdmin() {
			return this.roles.contains("admin");
		}

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

	/** Returns the administrator. */
	public Account admin() {
		return this.accounts.stream().filter(Account::isAdmin).findFirst().orElseThrow();
	}

	/** Whether there is an administrator, or people create one at the set-up. */
	public boolean hasAdmin() {
		return this.accounts.stream().anyMatch(Account::isAdmin);
	}

	/**
	 * Returns the accounts that auth-service creates if people set the forum up
	 * themselves.
	 */
	public Accounts withoutAdmin() {
		return new Accounts(this.accounts.stream().filter((account) -> !account.isAdmin()).toList());
	}

	/**
	 * Returns the value of {@code PARLEY_ACCOUNTS}.
	 */
	public String setting() {
		return this.accounts.stream()
			.map((account) -> String.join(":", account.username(), account.password(), account.roles().getLast()))
			.collect(Collectors.joining(","));
	}

	/**
	 * Returns a table for the terminal.
	 */
	public String table() {
		return this.accounts.stream()
			.map((account) -> "  %-10s %s  %s".formatted(account.username(), account.password(),
					account.roles().getLast()))
			.collect(Collectors.joining("\n"));
	}

}
