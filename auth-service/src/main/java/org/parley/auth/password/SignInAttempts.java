package org.parley.auth.password;

import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
import org.parley.auth.device.Devices;
import org.parley.auth.user.User;

import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign in per login, as it was typed, and origin. A username and a
 * mail address of one account are counted apart, or the delay of one would tell a
 * stranger that the other belongs to it.
 */
@Component
public class SignInAttempts {

	private final Failures failures;

	private final Devices devices;

	SignInAttempts(Failures failures, Devices devices) {
		this.failures = failures;
		this.devices = devices;
	}

	/**
	 * Makes an attempt.
	 * @param login username or mail address, in any case
	 * @param userId whose it is, or null when it is nobody's
	 * @throws SlowDownException when it comes too soon after others
	 */
	public boolean attempt(String login, @Nullable String userId, Client client, BooleanSupplier guess) {
		var typed = login.toLowerCase(Locale.ROOT);
		return this.failures.attempt(key(typed), this.devices.origin((userId != null) ? userId : typed, client), guess);
	}

	/** Attempts that failed here count no more, by either name of the account. */
	public void forget(User user, Client client) {
		var origin = this.devices.origin(user.id(), client);
		this.failures.forget(key(user.username().toLowerCase(Locale.ROOT)), origin);
		this.failures.forget(key(User.emailKeyOf(user.email())), origin);
	}

	private static String key(String typed) {
		return "login:" + typed;
	}

}
