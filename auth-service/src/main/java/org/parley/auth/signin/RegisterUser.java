package org.parley.auth.signin;

import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.signin.setup.SetupStatus;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Opens an account and signs its owner in. */
@Component
class RegisterUser {

	private final SetupStatus setup;

	private final OpenAccount accounts;

	private final StartSession startSession;

	private final VerifyEmail verifying;

	private final UnitOfWork work;

	private final Audit audit;

	RegisterUser(SetupStatus setup, OpenAccount accounts, StartSession startSession, VerifyEmail verifying,
			UnitOfWork work, Audit audit) {
		this.setup = setup;
		this.accounts = accounts;
		this.startSession = startSession;
		this.verifying = verifying;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Opens the account.
	 * @throws ProblemException 403 {@code setup.required}; 409 {@code user.email-taken}
	 * or {@code user.username-taken}
	 */
	SignInTokens register(RegistrationRequest wish, ClientDevice clientDevice) {
		this.setup.requireDone();
		var account = this.accounts.prepare("password", wish.account());
		return this.work.run(() -> open(account, clientDevice));
	}

	private SignInTokens open(PreparedAccount account, ClientDevice clientDevice) {
		var user = this.accounts.open(account);
		this.verifying.begin(user);
		this.audit.record(AuditAction.REGISTERED, user.id(), null, clientDevice);
		return this.startSession.signIn(user, clientDevice);
	}

}
