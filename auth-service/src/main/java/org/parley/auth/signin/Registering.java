package org.parley.auth.signin;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.refresh.SignedIn;
import org.parley.auth.refresh.SigningIn;
import org.parley.auth.registration.OpenAccount;
import org.parley.auth.registration.OpenAccount.PreparedAccount;
import org.parley.auth.setup.SetupStatus;
import org.parley.auth.verification.VerifyingEmail;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Opens an account and signs its owner in. */
@Component
class Registering {

	private final SetupStatus setup;

	private final OpenAccount accounts;

	private final SigningIn signingIn;

	private final VerifyingEmail verifying;

	private final UnitOfWork work;

	private final Audit audit;

	Registering(SetupStatus setup, OpenAccount accounts, SigningIn signingIn, VerifyingEmail verifying, UnitOfWork work,
			Audit audit) {
		this.setup = setup;
		this.accounts = accounts;
		this.signingIn = signingIn;
		this.verifying = verifying;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Opens the account.
	 * @throws ProblemException 403 {@code setup.required}; 409 {@code user.email-taken}
	 * or {@code user.username-taken}
	 */
	SignedIn register(Registration wish, Client client) {
		this.setup.requireDone();
		var account = this.accounts.prepare("password", wish.account());
		return this.work.run(() -> open(account, client));
	}

	private SignedIn open(PreparedAccount account, Client client) {
		var user = this.accounts.open(account);
		this.verifying.begin(user);
		this.audit.record(Act.REGISTERED, user.id(), null, client);
		return this.signingIn.signIn(user, client);
	}

}
