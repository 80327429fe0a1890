package org.parley.auth.signin.secondfactor;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.password.VerifyPassword;
import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gives people a secret for their app, and believes that it is there when a code comes.
 */
@Component
class EnrollSecondFactor {

	private final SecondFactors factors;

	private final TotpSecrets totpSecrets;

	private final VerifyPassword proving;

	private final HoldSession session;

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final String issuer;

	EnrollSecondFactor(SecondFactors factors, TotpSecrets totpSecrets, VerifyPassword proving, HoldSession session,
			Users users, SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit, InstantSource clock,
			RandomGenerator random, @Value("${parley.public-url}") URI publicUrl) {
		this.factors = factors;
		this.totpSecrets = totpSecrets;
		this.proving = proving;
		this.session = session;
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
		this.issuer = publicUrl.getHost();
	}

	/**
	 * Makes a secret, which demands nothing yet.
	 * @throws ProblemException 403 {@code auth.password-wrong}; 409
	 * {@code two-factor.enabled}
	 */
	Enrolment begin(Caller caller, String password, ClientDevice clientDevice) {
		var known = this.proving.prove(caller.id(), password, clientDevice);
		var secret = this.totpSecrets.next();
		this.work.run(() -> {
			this.session.requireLive(caller);
			var user = this.proving.stillProven(known);
			var sealed = this.totpSecrets.seal(secret, user.id());
			var now = this.clock.instant();
			var factor = this.factors.findById(user.id()).orElseGet(() -> SecondFactor.begin(user.id(), sealed, now));
			factor.beginAnew(sealed, now);
			return this.factors.save(factor);
		});
		return new Enrolment(secret.base32(), uri(known, secret));
	}

	/**
	 * Takes the first code, and gives recovery codes for it.
	 * @throws ProblemException 404 {@code two-factor.none} before the beginning, 403
	 * {@code auth.otp-wrong}, 409 {@code two-factor.enabled}
	 */
	List<RecoveryCode> confirm(Caller caller, String code, ClientDevice clientDevice) {
		var recovery = RecoveryCode.set(this.random);
		this.work.run(() -> {
			this.session.requireLive(caller);
			var user = this.users.findById(caller.id()).orElseThrow();
			var factor = this.factors.findById(user.id()).orElseThrow(WrongCodeException::none);
			factor.confirm(this.totpSecrets.open(factor), RecoveryCode.typed(code).text(), recovery,
					this.clock.instant());
			user.revokeLinks();
			this.users.save(user);
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.TWO_FACTOR_ENABLED);
			this.audit.record(AuditAction.TWO_FACTOR_ENABLED, user.id(), null, clientDevice);
			return this.factors.save(factor);
		});
		return recovery;
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
	 * What an app needs to know.
	 *
	 * @param secret to be typed in, base32
	 * @param uri the same as a QR code has it
	 */
	record Enrolment(String secret, String uri) {

		@Override
		public String toString() {
			return "Enrolment[***]";
		}

	}

}
