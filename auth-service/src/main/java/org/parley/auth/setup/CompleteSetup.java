package org.parley.auth.setup;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.refresh.SignedIn;
import org.parley.auth.refresh.SigningIn;
import org.parley.auth.registration.OpenAccount;
import org.parley.auth.registration.OpenAccount.PreparedAccount;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Sets a new installation up, once: the administrator's account, the record and the event
 * of which forum-service makes the categories are one transaction.
 */
@Component
class CompleteSetup {

	private final Setups setups;

	private final OpenAccount accounts;

	private final SigningIn signingIn;

	private final UnitOfWork work;

	private final Audit audit;

	CompleteSetup(Setups setups, OpenAccount accounts, SigningIn signingIn, UnitOfWork work, Audit audit) {
		this.setups = setups;
		this.accounts = accounts;
		this.signingIn = signingIn;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Opens the administrator's account and signs them in.
	 * @throws ProblemException 400 about a property; 403 {@code setup.token-invalid}; 409
	 * {@code setup.done}, {@code user.email-taken} or {@code user.username-taken}
	 */
	SignedIn complete(SetupRequest request, Client client) {
		this.setups.current().require(new SetupToken(request.token()));
		request.requireDistinctSlugs();
		var account = this.accounts.prepare("admin.password", request.admin().account());
		return this.work.run(() -> complete(request, account, client));
	}

	private SignedIn complete(SetupRequest request, PreparedAccount account, Client client) {
		var setup = this.setups.held();
		setup.require(new SetupToken(request.token()));
		var admin = this.accounts.openAdministrator(account);
		setup.complete(request.forum().name(), request.categories(), admin);
		this.setups.save(setup);
		this.audit.record(Act.REGISTERED, admin.id(), null, client);
		this.audit.record(Act.SETUP_COMPLETED, admin.id(), null, client);
		return this.signingIn.signIn(admin, client);
	}

}
