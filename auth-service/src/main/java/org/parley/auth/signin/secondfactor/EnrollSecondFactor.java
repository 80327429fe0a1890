package org.parley.auth.signin.secondfactor;

import java.net.URI;
import java.time.InstantSource;

import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.signin.password.VerifyPassword;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Issues the secret for an authenticator app. {@link ConfirmSecondFactor} enables it.
 */
@Component
class EnrollSecondFactor {

	private final SecondFactors factors;

	private final TotpSecrets totpSecrets;

	private final VerifyPassword verifyPassword;

	private final CallerTransaction callerTransaction;

	private final InstantSource clock;

	private final String issuer;

	EnrollSecondFactor(SecondFactors factors, TotpSecrets totpSecrets, VerifyPassword verifyPassword,
			CallerTransaction callerTransaction, InstantSource clock, @Value("${parley.public-url}") URI publicUrl) {
		this.factors = factors;
		this.totpSecrets = totpSecrets;
		this.verifyPassword = verifyPassword;
		this.callerTransaction = callerTransaction;
		this.clock = clock;
		this.issuer = publicUrl.getHost();
	}

	/**
	 * Issues a secret. Sign-ins require no code before its confirmation.
	 * @throws RefusalException 403 {@code auth.password-wrong}; 409
	 * {@code two-factor.enabled}
	 */
	Enrolment start(Caller caller, String password, ClientDevice clientDevice) {
		var verified = this.verifyPassword.verify(caller.id(), password, clientDevice);
		var secret = this.totpSecrets.generate();
		this.callerTransaction.run(caller, (user) -> {
			VerifyPassword.requireUnchanged(verified, user);
			var sealed = this.totpSecrets.seal(secret, user.id());
			var now = this.clock.instant();
			var factor = this.factors.findById(user.id()).orElseGet(() -> SecondFactor.start(user.id(), sealed, now));
			factor.restart(sealed, now);
			return this.factors.save(factor);
		});
		return new Enrolment(secret.base32(), uri(verified, secret));
	}

	private String uri(User user, Totp secret) {
		return UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{account}")
			.queryParam("secret", "{secret}")
			.queryParam("issuer", "{issuer}")
			.encode()
			.buildAndExpand(this.issuer, user.username(), secret.base32(), this.issuer)
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
