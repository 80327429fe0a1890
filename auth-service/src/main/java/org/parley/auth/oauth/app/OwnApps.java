package org.parley.auth.oauth.app;

import org.parley.auth.client.Client;
import org.parley.auth.factor.ProvingOwner;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.RegisteringApps;
import org.parley.auth.user.User;
import org.parley.auth.verification.VerificationSettings;
import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** What people do with apps of theirs, having shown once more who they are. */
@Component
class OwnApps {

	private final RegisteringApps registering;

	private final ProvingOwner proving;

	private final VerificationSettings verification;

	private final UnitOfWork work;

	OwnApps(RegisteringApps registering, ProvingOwner proving, VerificationSettings verification, UnitOfWork work) {
		this.registering = registering;
		this.proving = proving;
		this.verification = verification;
		this.work = work;
	}

	/**
	 * Registers one.
	 * @throws ProblemException as {@link ProvingOwner} says; 400 about the property at
	 * fault; 403 {@code auth.email-unverified}; 409 {@code app.too-many}
	 */
	RegisteringApps.Registered register(Caller caller, AppWish wish, Client client) {
		return this.proving.prove(caller, wish.proof(), client, (user) -> {
			requireVerified(user);
			return this.registering.ofPerson(user, wish.terms(), client);
		});
	}

	/**
	 * Changes one.
	 * @throws ProblemException as {@link ProvingOwner} says; 400 about the property at
	 * fault; 404 {@code app.not-found}
	 */
	OAuthClient change(Caller caller, String id, IfMatch ifMatch, AppChange change, Client client) {
		return this.proving.prove(caller, change.proof(), client, (user) -> {
			var app = this.registering.known(id, user.id());
			ifMatch.require(app.version());
			change.requireOfOwner();
			return this.registering.change(app, change.of(app.terms()), client);
		});
	}

	/**
	 * Gives one another secret.
	 * @throws ProblemException as {@link ProvingOwner} says; 404 {@code app.not-found};
	 * 409 {@code app.no-secret}
	 */
	RegisteringApps.Registered rotate(Caller caller, String id, AppProof proof, Client client) {
		return this.proving.prove(caller, proof.proof(), client,
				(user) -> this.registering.rotate(this.registering.known(id, user.id()), user.id(), client));
	}

	/**
	 * Removes one.
	 * @throws ProblemException 404 {@code app.not-found}
	 */
	void remove(String userId, String id, IfMatch ifMatch, Client client) {
		this.work.run(() -> {
			var app = this.registering.known(id, userId);
			ifMatch.require(app.version());
			return this.registering.remove(app, userId, client);
		});
	}

	private void requireVerified(User user) {
		if (this.verification.required() && !user.isEmailVerified()) {
			throw ProblemException.forbidden("auth.email-unverified",
					"Show that your mail address is yours before you register an app.");
		}
	}

}
