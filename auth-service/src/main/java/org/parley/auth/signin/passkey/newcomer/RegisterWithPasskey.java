package org.parley.auth.signin.passkey.newcomer;

import java.util.Locale;
import java.util.Optional;

import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.passkey.AddPasskey;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.signin.verification.RequestEmailVerification;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Registers a user who has a passkey and no password. */
@Component
class RegisterWithPasskey {

	private final RegistrationGate gate;

	private final AddPasskey addPasskey;

	private final OpenAccount openAccount;

	private final RequestEmailVerification requestVerification;

	private final StartSession startSession;

	private final UnitOfWork unitOfWork;

	RegisterWithPasskey(RegistrationGate gate, AddPasskey addPasskey, OpenAccount openAccount,
			RequestEmailVerification requestVerification, StartSession startSession, UnitOfWork unitOfWork) {
		this.gate = gate;
		this.addPasskey = addPasskey;
		this.openAccount = openAccount;
		this.requestVerification = requestVerification;
		this.startSession = startSession;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Opens the account. The challenge is redeemed even if this fails.
	 * @throws RefusalException 400 about {@code credential}; 403 as
	 * {@link RegistrationGate#requireOpen}; 409 {@code user.email-taken},
	 * {@code user.username-taken}, {@code passkey.known}
	 */
	Optional<SignInTokens> register(NewcomerRequest request, Locale accepted, ClientDevice clientDevice) {
		this.gate.requireOpen(request.email(), request.invitation(), request.challenge());
		var id = request.accountId();
		var account = new PreparedAccount(request.opened(id, accepted), null);
		var credential = this.addPasskey.verifyFirst(id, request.credential());
		try {
			return this.unitOfWork.run(() -> {
				var user = this.openAccount.open(account,
						this.gate.admit(account.account().id(), account.account().email(), request.invitation()));
				this.addPasskey.addFirst(user, request.device(), credential, clientDevice);
				if (!user.isEmailVerified()) {
					this.requestVerification.sendFirst(user);
				}
				return user.awaitsApproval() ? Optional.<SignInTokens>empty()
						: Optional.of(this.startSession.signIn(user, clientDevice));
			});
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("passkey.known", "This passkey has already been added.");
		}
	}

}
