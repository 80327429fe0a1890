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
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
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

	private final Users users;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final String issuer;

	Enrolling(SecondFactors factors, Codes codes, ProvingPassword proving, Users users, Alerting alerting,
			UnitOfWork work, Audit audit, InstantSource clock, RandomGenerator random,
			@Value("${parley.public-url}") URI publicUrl) {
		this.factors = factors;
		this.codes = codes;
		this.proving = proving;
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
	Enrolment begin(String userId, String password, Client client) {
		var known = this.proving.prove(userId, password, client);
		var secret = this.codes.next();
		this.work.run(() -> {
			var user = held(known);
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
	List<RecoveryCode> confirm(String userId, String code, Client client) {
		var recovery = RecoveryCode.set(this.random);
		this.work.run(() -> {
			var user = this.users.findById(userId).orElseThrow();
			var factor = this.factors.findById(userId).orElseThrow(WrongCodeException::none);
			factor.confirm(this.codes.open(factor), RecoveryCode.typed(code).text(), recovery, this.clock.instant());
			this.alerting.alert(user, SecurityAlert.Kind.TWO_FACTOR_ENABLED);
			this.audit.record(Act.TWO_FACTOR_ENABLED, userId, null, client);
			return this.factors.save(factor);
		});
		return recovery;
	}

	/**
	 * Two who begin at once must meet, as there is nothing yet that both would change.
	 */
	private User held(User known) {
		var user = this.proving.stillProven(known);
		this.users.hold(user.id(), "second-factor");
		return user;
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
