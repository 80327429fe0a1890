package org.parley.auth.account.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.auth.user.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of a development stack.
 *
 * @param accounts {@code username:password:role,…}
 */
@ConfigurationProperties("parley")
record DemoSettings(@DefaultValue("") String accounts) {

	private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{3,30}):(.{8,128}):(user|moderator|admin)");

	DemoSettings {
		parse(accounts);
	}

	List<Demo> demos() {
		return parse(this.accounts);
	}

	@Override
	public String toString() {
		return "DemoSettings[accounts=***]";
	}

	private static List<Demo> parse(String accounts) {
		return Arrays.stream(accounts.split(",", -1)).filter((part) -> !part.isBlank()).map((part) -> {
			var account = FORM.matcher(part.strip());
			if (!account.matches()) {
				throw new IllegalArgumentException(
						"parley.accounts (PARLEY_ACCOUNTS) must read username:password:role,… with 8 characters or more in a password");
			}
			return new Demo(account.group(1), account.group(2), Role.of(account.group(3)));
		}).toList();
	}

	/**
	 * One account.
	 *
	 * @param username also the local part of the mail address at example.org
	 * @param password the password
	 * @param role the role
	 */
	record Demo(String username, String password, Role role) {

		String email() {
			return this.username + "@example.org";
		}

		@Override
		public String toString() {
			return "Demo[***]";
		}

	}

}
