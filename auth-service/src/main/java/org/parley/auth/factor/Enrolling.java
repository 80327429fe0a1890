package org.parley.auth.factor;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.password.ProvingPassword;
import org.parley.auth.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
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
class Enrolling {

	private final SecondFactors factors;

	private final Codes codes;

	private final ProvingPassword proving;

	private final HoldSession session;

	private final Users users;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final String issuer;

	Enrolling(SecondFactors factors, Codes codes, ProvingPassword proving, HoldSession session, Users users,
			Alerting alerting, UnitOfWork work, Audit audit, InstantSource clock, RandomGenerator random,
			@Value("${parley.public-url}") URI publicUrl) {
		this.factors = factors;
		this.codes = codes;
		this.proving = proving;
		this.session = session;
		this.users = users;
		this.alerting = alerting;
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
	Enrolment begin(Caller caller, String password, Client client) {
		var known = this.proving.prove(caller.id(), password, client);
		var secret = this.codes.next();
		this.work.run(() -> {
			this.session.hold(caller);
			var user = this.proving.stillProven(known);
			var sealed = this.codes.seal(secret, user.id());
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
	List<RecoveryCode> confirm(Caller caller, String code, Client client) {
		var recovery = RecoveryCode.set(this.random);
		this.work.run(() -> {
			this.session.hold(caller);
			var user = this.users.findById(caller.id()).orElseThrow();
			var factor = this.factors.findById(user.id()).orElseThrow(WrongCodeException::none);
			factor.confirm(this.codes.open(factor), RecoveryCode.typed(code).text(), recovery, this.clock.instant());
			user.revokeLinks();
			this.users.save(user);
			this.alerting.alert(user, SecurityAlert.Kind.TWO_FACTOR_ENABLED);
			this.audit.record(Act.TWO_FACTOR_ENABLED, user.id(), null, client);
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
