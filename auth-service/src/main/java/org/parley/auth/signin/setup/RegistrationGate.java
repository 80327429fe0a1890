package org.parley.auth.signin.setup;

import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.user.Role;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Decides whether people may register with a password or a passkey. */
@Component
public class RegistrationGate {

	private final SetupStatus setup;

	private final PermittedWays permittedWays;

	RegistrationGate(SetupStatus setup, PermittedWays permittedWays) {
		this.setup = setup;
		this.permittedWays = permittedWays;
	}

	/**
	 * Checks that registrations are open.
	 * @throws RefusalException 403 {@code setup.required}, {@code auth.provider-only}
	 */
	public void requireOpen() {
		this.setup.requireDone();
		this.permittedWays.requireOwn(Role.USER);
	}

}
