package org.parley.auth.oauth.app;

import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** What people do with apps of theirs, having shown once more who they are. */
@Component
class ManageOwnApps {

	private final AppRegistrar registering;

	private final VerifyOwner proving;

	private final VerificationSettings verification;

	private final UnitOfWork work;

	ManageOwnApps(AppRegistrar registering, VerifyOwner proving, VerificationSettings verification, UnitOfWork work) {
		this.registering = registering;
		this.proving = proving;
		this.verification = verification;
		this.work = work;
	}

	/**
	 * Registers one.
	 * @throws ProblemException as {@link VerifyOwner} says; 400 about the property at
	 * fault; 403 {@code auth.email-unverified}; 409 {@code app.too-many}
	 */
	AppRegistrar.Registered register(Caller caller, AppRegistrationRequest wish, ClientDevice clientDevice) {
		return this.proving.prove(caller, wish.proof(), clientDevice, (user) -> {
			requireVerified(user);
			return this.registering.ofPerson(user, wish.terms(), clientDevice);
		});
	}

	/**
	 * Changes one.
	 * @throws ProblemException as {@link VerifyOwner} says; 400 about the property at
	 * fault; 404 {@code app.not-found}
	 */
	OAuthClient change(Caller caller, String id, IfMatch ifMatch, AppUpdateRequest change, ClientDevice clientDevice) {
		return this.proving.prove(caller, change.proof(), clientDevice, (user) -> {
			var app = this.registering.known(id, user.id());
			ifMatch.require(app.version());
			change.requireOfOwner();
			return this.registering.change(app, change.of(app.terms()), clientDevice);
		});
	}

	/**
	 * Gives one another secret.
	 * @throws ProblemException as {@link VerifyOwner} says; 404 {@code app.not-found};
	 * 409 {@code app.no-secret}
	 */
	AppRegistrar.Registered rotate(Caller caller, String id, AppSecretRequest proof, ClientDevice clientDevice) {
		return this.proving.prove(caller, proof.proof(), clientDevice,
				(user) -> this.registering.rotate(this.registering.known(id, user.id()), user.id(), clientDevice));
	}

	/**
	 * Removes one.
	 * @throws ProblemException 404 {@code app.not-found}
	 */
	void remove(String userId, String id, IfMatch ifMatch, ClientDevice clientDevice) {
		this.work.run(() -> {
			var app = this.registering.known(id, userId);
			ifMatch.require(app.version());
			return this.registering.remove(app, userId, clientDevice);
		});
	}

	private void requireVerified(User user) {
		if (this.verification.required() && !user.isEmailVerified()) {
			throw ProblemException.forbidden("auth.email-unverified",
					"Show that your mail address is yours before you register an app.");
		}
	}

}
