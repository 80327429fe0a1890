package org.parley.auth.signin;

import java.util.Locale;
import java.util.Optional;

import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.held.Registration;
import org.parley.auth.signin.newcomer.AcceptRegistration;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Registers a user with a password. */
@Component
class RegisterUser {

	private final RegistrationGate gate;

	private final OpenAccount openAccount;

	private final AcceptRegistration acceptRegistration;

	RegisterUser(RegistrationGate gate, OpenAccount openAccount, AcceptRegistration acceptRegistration) {
		this.gate = gate;
		this.openAccount = openAccount;
		this.acceptRegistration = acceptRegistration;
	}

	/**
	 * Registers the user. The password is hashed before anything depends on the address.
	 * @throws RefusalException as {@link RegistrationGate#requireOpen} and
	 * {@link AcceptRegistration#accept}
	 */
	Optional<SignInTokens> register(RegistrationRequest request, Locale accepted, ClientDevice clientDevice) {
		this.gate.requireOpen(request.email(), request.invitation(), request.challenge());
		var account = this.openAccount.prepare("password", request.account(accepted));
		return this.acceptRegistration.accept(Registration.of(account, request.invitation(), null), clientDevice);
	}

}
