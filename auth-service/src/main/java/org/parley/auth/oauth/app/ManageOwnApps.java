package org.parley.auth.oauth.app;

import java.util.Optional;

import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.setup.SetupStatus;
import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.name.OfficialNames;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Management of apps by their owners, who confirm changes with their password. */
@Component
class ManageOwnApps {

	private final AppRegistrar registrar;

	private final VerifyOwner verifyOwner;

	private final VerificationSettings verification;

	private final SetupStatus setupStatus;

	private final UnitOfWork unitOfWork;

	ManageOwnApps(AppRegistrar registrar, VerifyOwner verifyOwner, VerificationSettings verification,
			SetupStatus setupStatus, UnitOfWork unitOfWork) {
		this.registrar = registrar;
		this.verifyOwner = verifyOwner;
		this.verification = verification;
		this.setupStatus = setupStatus;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Registers an app.
	 * @throws RefusalException as {@link VerifyOwner}; 400 about the invalid property,
	 * such as {@code display-name.reserved}; 403 {@code auth.email-unverified}; 409
	 * {@code app.too-many}
	 */
	AppRegistrar.Registered register(Caller caller, AppRegistrationRequest request, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, request, clientDevice, (user) -> {
			requireVerified(user);
			requireUnofficial(request.name());
			return this.registrar.registerForUser(user, request.terms(), clientDevice);
		});
	}

	/**
	 * Changes an app.
	 * @throws RefusalException as {@link VerifyOwner}; 400 about the invalid property;
	 * 404 {@code app.not-found}
	 */
	OAuthClient change(Caller caller, String id, IfMatch ifMatch, AppUpdateRequest request, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, request, clientDevice, (user) -> {
			var app = this.registrar.require(id, user.id());
			ifMatch.require(app.version());
			request.requireOwnersProperties();
			Optional.ofNullable(request.name()).ifPresent(this::requireUnofficial);
			return this.registrar.change(app, request.applyTo(app.terms()), clientDevice);
		});
	}

	/**
	 * Rotates the secret of an app.
	 * @throws RefusalException as {@link VerifyOwner}; 404 {@code app.not-found}; 409
	 * {@code app.no-secret}
	 */
	AppRegistrar.Registered rotate(Caller caller, String id, AppSecretRequest request, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, request, clientDevice,
				(user) -> this.registrar.rotate(this.registrar.require(id, user.id()), user.id(), clientDevice));
	}

	/**
	 * Removes an app.
	 * @throws RefusalException 404 {@code app.not-found}
	 */
	void remove(String userId, String id, IfMatch ifMatch, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var app = this.registrar.require(id, userId);
			ifMatch.require(app.version());
			return this.registrar.remove(app, userId, clientDevice);
		});
	}

	/** People who permit access must not take the app for a part of the forum. */
	private void requireUnofficial(String name) {
		DisplayNames.chosen("name", name);
		if (OfficialNames.skeleton(name).equals(OfficialNames.skeleton(this.setupStatus.forumName()))) {
			throw DisplayNames.reserved("name");
		}
	}

	private void requireVerified(User user) {
		if (this.verification.required() && !user.isEmailVerified()) {
			throw RefusalException.forbidden("auth.email-unverified",
					"Verify your email address before you register an app.");
		}
	}

}
