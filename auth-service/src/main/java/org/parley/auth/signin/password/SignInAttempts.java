package org.parley.auth.signin.password;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceRegistry;

import org.springframework.stereotype.Component;

/**
 * Throttles sign-ins per login name and origin. The username and the mail address of one
 * account are counted apart, or a shared delay would reveal that they belong together.
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
	 * @param userId of the account; null when there is none
	 * @throws LoginThrottledException when earlier failures delay the attempt
	 */
	public boolean attempt(String login, @Nullable String userId, ClientDevice clientDevice, BooleanSupplier check) {
		var typed = Users.loginKeyOf(login);
		return this.loginAttemptThrottle.attempt(key(typed),
				this.deviceRegistry.origin((userId != null) ? userId : typed, clientDevice), check);
	}

	/** Resets the counts of both login names of an account at this origin. */
	public void forget(User user, ClientDevice clientDevice) {
		var origin = this.deviceRegistry.origin(user.id(), clientDevice);
		this.loginAttemptThrottle.forget(key(Users.loginKeyOf(user.username())), origin);
		this.loginAttemptThrottle.forget(key(Users.loginKeyOf(user.email())), origin);
	}

	private static String key(String typed) {
		return "login:" + typed;
	}

}
