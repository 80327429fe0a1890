package org.parley.auth.signin.password;

import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign in per login, as it was typed, and origin. A username and a
 * mail address of one account are counted apart, or the delay of one would tell a
 * stranger that the other belongs to it.
 */
@Component
public class SignInAttempts {

	private final LoginAttemptThrottle loginAttemptThrottle;

	private final DeviceRegistry deviceRegistry;

	SignInAttempts(LoginAttemptThrottle loginAttemptThrottle, DeviceRegistry deviceRegistry) {
		this.loginAttemptThrottle = loginAttemptThrottle;
		this.deviceRegistry = deviceRegistry;
	}

	/**
	 * Makes an attempt.
	 * @param login username or mail address, in any case
	 * @param userId whose it is, or null when it is nobody's
	 * @throws LoginThrottledException when it comes too soon after others
	 */
	public boolean attempt(String login, @Nullable String userId, ClientDevice clientDevice, BooleanSupplier guess) {
		var typed = login.toLowerCase(Locale.ROOT);
		return this.loginAttemptThrottle.attempt(key(typed),
				this.deviceRegistry.origin((userId != null) ? userId : typed, clientDevice), guess);
	}

	/** Attempts that failed here count no more, by either name of the account. */
	public void forget(User user, ClientDevice clientDevice) {
		var origin = this.deviceRegistry.origin(user.id(), clientDevice);
		this.loginAttemptThrottle.forget(key(user.username().toLowerCase(Locale.ROOT)), origin);
		this.loginAttemptThrottle.forget(key(User.emailKeyOf(user.email())), origin);
	}

	private static String key(String typed) {
		return "login:" + typed;
	}

}
