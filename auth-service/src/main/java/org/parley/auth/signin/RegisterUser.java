package org.parley.auth.signin;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.signin.verification.RequestEmailVerification;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Registers a user and starts their first session. */
@Component
class RegisterUser {

	private final RegistrationGate gate;

	private final OpenAccount openAccount;

	private final StartSession startSession;

	private final RequestEmailVerification requestVerification;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	RegisterUser(RegistrationGate gate, OpenAccount openAccount, StartSession startSession,
			RequestEmailVerification requestVerification, UnitOfWork unitOfWork, Audit audit) {
		this.gate = gate;
		this.openAccount = openAccount;
		this.startSession = startSession;
		this.requestVerification = requestVerification;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/**
	 * Registers the user. There are no tokens before the account is approved.
	 * @throws RefusalException as {@link RegistrationGate#requireOpen} and
	 * {@link RegistrationGate#admit}; 409 {@code user.email-taken} or
	 * {@code user.username-taken}
	 */
	Optional<SignInTokens> register(RegistrationRequest request, Locale accepted, ClientDevice clientDevice) {
		this.gate.requireOpen(request.email(), request.invitation(), request.challenge());
		var account = this.openAccount.prepare("password", request.account(accepted));
		return this.unitOfWork.run(() -> open(account, request.invitation(), clientDevice));
	}

	private Optional<SignInTokens> open(PreparedAccount account, @Nullable String invitation,
			ClientDevice clientDevice) {
		var user = this.openAccount.open(account,
				this.gate.admit(account.account().id(), account.account().email(), invitation));
		if (!user.isEmailVerified()) {
			this.requestVerification.sendFirst(user);
		}
		this.audit.record(AuditAction.REGISTERED, user.id(), null, clientDevice);
		return user.awaitsApproval() ? Optional.empty() : Optional.of(this.startSession.signIn(user, clientDevice));
	}

}
