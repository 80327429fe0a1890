package org.parley.auth.signin.secondfactor;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.auth.signin.setup.SetupStatus;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Issues the secret for an authenticator app. {@link ConfirmSecondFactor} enables it.
 */
@Component
class EnrollSecondFactor {

	private final SecondFactors factors;

	private final TotpSecrets totpSecrets;

	private final VerifyOwner verifyOwner;

	private final InstantSource clock;

	private final SetupStatus setup;

	EnrollSecondFactor(SecondFactors factors, TotpSecrets totpSecrets, VerifyOwner verifyOwner, InstantSource clock,
			SetupStatus setup) {
		this.factors = factors;
		this.totpSecrets = totpSecrets;
		this.verifyOwner = verifyOwner;
		this.clock = clock;
		this.setup = setup;
	}

	/**
	 * Issues a secret. Sign-ins require no code before its confirmation.
	 * @throws RefusalException 403 {@code auth.password-wrong},
	 * {@code auth.recent-sign-in-required}; 409 {@code two-factor.enabled}
	 */
	Enrolment start(Caller caller, @Nullable String password, ClientDevice clientDevice) {
		var secret = this.totpSecrets.generate();
		return this.verifyOwner.verifyFirstFactor(caller, password, clientDevice, (user) -> {
			var sealed = this.totpSecrets.seal(secret, user.id());
			var now = this.clock.instant();
			var factor = this.factors.findById(user.id()).orElseGet(() -> SecondFactor.start(user.id(), sealed, now));
			factor.restart(sealed, now);
			this.factors.save(factor);
			return new Enrolment(secret.base32(), uri(this.setup.forumName(), user.username(), secret));
		});
	}

	/** The address of a new entry of an app; colons separate its parts. */
	static String uri(String forum, String username, Totp secret) {
		var issuer = forum.replace(":", "");
		return UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{account}")
			.queryParam("secret", "{secret}")
			.queryParam("issuer", "{issuer}")
			.encode()
			.buildAndExpand(issuer, username, secret.base32(), issuer)
			.toUriString();
	}

	/**
	 * The secret of a new second factor.
	 *
	 * @param secret to type into the app, base32
	 * @param uri the same for a QR code
	 */
	record Enrolment(String secret, String uri) {

		@Override
		public String toString() {
			return "Enrolment[***]";
		}

	}

}
