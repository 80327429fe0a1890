package org.parley.auth.signin.passkey.newcomer;

import java.util.Locale;
import java.util.Optional;

import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.held.FirstPasskey;
import org.parley.auth.signin.held.Registration;
import org.parley.auth.signin.newcomer.AcceptRegistration;
import org.parley.auth.signin.passkey.AddPasskey;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Registers a user who has a passkey and no password. */
@Component
class RegisterWithPasskey {

	private final RegistrationGate gate;

	private final AddPasskey addPasskey;

	private final AcceptRegistration acceptRegistration;

	RegisterWithPasskey(RegistrationGate gate, AddPasskey addPasskey, AcceptRegistration acceptRegistration) {
		this.gate = gate;
		this.addPasskey = addPasskey;
		this.acceptRegistration = acceptRegistration;
	}

	/**
	 * Registers the user. The challenge is redeemed even if this fails.
	 * @throws RefusalException 400 about {@code credential}; otherwise as
	 * {@link RegistrationGate#requireOpen} and {@link AcceptRegistration#accept}
	 */
	Optional<SignInTokens> register(NewcomerRequest request, Locale accepted, ClientDevice clientDevice) {
		this.gate.requireOpen(request.email(), request.invitation(), request.challenge());
		var id = request.accountId();
		var account = new PreparedAccount(request.opened(id, accepted), null);
		var passkey = new FirstPasskey(request.device(), this.addPasskey.verifyFirst(id, request.credential()));
		return this.acceptRegistration.accept(Registration.of(account, request.invitation(), passkey), clientDevice);
	}

}
