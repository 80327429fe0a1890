package org.parley.auth.signin.newcomer;

import org.parley.auth.signin.held.HeldRegistrations;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.verification.HeldAccounts;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.stereotype.Component;

/** Opens the account of a registration that was held. */
@Component
class OpenHeldRegistration implements HeldAccounts {

	private final HeldRegistrations heldRegistrations;

	private final OpenAccount openAccount;

	private final OpenRegistration openRegistration;

	OpenHeldRegistration(HeldRegistrations heldRegistrations, OpenAccount openAccount,
			OpenRegistration openRegistration) {
		this.heldRegistrations = heldRegistrations;
		this.openAccount = openAccount;
		this.openRegistration = openRegistration;
	}

	@Override
	public boolean open(String token, ClientDevice clientDevice) {
		var held = this.heldRegistrations.take(token);
		held.ifPresent((registration) -> this.openRegistration
			.openVerified(registration.with(this.openAccount.withFreeUsername(registration.account())), clientDevice));
		return held.isPresent();
	}

}
