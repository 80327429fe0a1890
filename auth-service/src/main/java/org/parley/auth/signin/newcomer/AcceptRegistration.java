package org.parley.auth.signin.newcomer;

import java.util.Optional;

import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.held.Registration;
import org.parley.auth.signin.verification.RequestEmailVerification;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Opens the account of a newcomer and starts their first session, or holds the
 * registration where addresses are hidden.
 */
@Component
public class AcceptRegistration {

	private final CurrentRules currentRules;

	private final HoldRegistration holdRegistration;

	private final OpenRegistration openRegistration;

	private final RequestEmailVerification requestVerification;

	private final StartSession startSession;

	private final UnitOfWork unitOfWork;

	AcceptRegistration(CurrentRules currentRules, HoldRegistration holdRegistration, OpenRegistration openRegistration,
			RequestEmailVerification requestVerification, StartSession startSession, UnitOfWork unitOfWork) {
		this.currentRules = currentRules;
		this.holdRegistration = holdRegistration;
		this.openRegistration = openRegistration;
		this.requestVerification = requestVerification;
		this.startSession = startSession;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Accepts the registration. There are no tokens while it is held, or the account
	 * awaits approval.
	 * @throws RefusalException as {@link RegistrationGate#admit}; 409
	 * {@code user.email-taken}, {@code user.username-taken}, {@code passkey.known}
	 */
	public Optional<SignInTokens> accept(Registration registration, ClientDevice clientDevice) {
		if (this.currentRules.rules().isHidingAddresses()) {
			this.unitOfWork.run(() -> this.holdRegistration.hold(registration, clientDevice));
			return Optional.empty();
		}
		return this.unitOfWork.run(() -> open(registration, clientDevice));
	}

	private Optional<SignInTokens> open(Registration registration, ClientDevice clientDevice) {
		var user = this.openRegistration.open(registration, clientDevice);
		if (!user.isEmailVerified()) {
			this.requestVerification.sendFirst(user);
		}
		return user.awaitsApproval() ? Optional.empty() : Optional.of(this.startSession.signIn(user, clientDevice));
	}

}
