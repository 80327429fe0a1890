package org.parley.auth.signin;

import java.util.Locale;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.device.Devices;
import org.parley.auth.factor.SecondStep;
import org.parley.auth.factor.WrongCodeException;
import org.parley.auth.password.Failures;
import org.parley.auth.password.Passwords;
import org.parley.auth.password.SlowDownException;
import org.parley.auth.refresh.SignedIn;
import org.parley.auth.refresh.SigningIn;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.DeletingException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Signs in by password. Takes the same time whether the account exists or not. */
@Component
class LoggingIn {

	private final Users users;

	private final Passwords passwords;

	private final Failures failures;

	private final Devices devices;

	private final SecondStep secondStep;

	private final SigningIn signingIn;

	private final UnitOfWork work;

	private final Audit audit;

	private final MeterRegistry meters;

	LoggingIn(Users users, Passwords passwords, Failures failures, Devices devices, SecondStep secondStep,
			SigningIn signingIn, UnitOfWork work, Audit audit, MeterRegistry meters) {
		this.users = users;
		this.passwords = passwords;
		this.failures = failures;
		this.devices = devices;
		this.secondStep = secondStep;
		this.signingIn = signingIn;
		this.work = work;
		this.audit = audit;
		this.meters = meters;
	}

	/**
	 * Begins a session.
	 * @throws ProblemException 401 {@code auth.bad-credentials},
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 403 {@code auth.banned},
	 * {@code account.deleting}; 429 {@code auth.slow-down} after too many wrong passwords
	 * or codes
	 */
	SignedIn logIn(Credentials credentials, Client client) {
		var user = this.users.signingInAs(credentials.login());
		var account = user.map(User::id).orElseGet(() -> credentials.login().toLowerCase(Locale.ROOT));
		if (!isRight(account, user, credentials, client)) {
			note(Act.SIGN_IN_FAILED, user.map(User::id).orElse(null), client);
			throw badCredentials();
		}
		return admit(user.orElseThrow(), credentials, client);
	}

	private boolean isRight(String account, Optional<User> user, Credentials credentials, Client client) {
		try {
			return this.failures.attempt(account, this.devices.origin(account, client),
					() -> this.passwords.matches(credentials.password(), user.map(User::passwordHash).orElse(null)));
		}
		catch (SlowDownException ex) {
			note(Act.SIGN_IN_SLOWED, user.map(User::id).orElse(null), client);
			throw ex;
		}
	}

	/** Whether somebody is banned is told to who knows their password. */
	private SignedIn admit(User user, Credentials credentials, Client client) {
		try {
			return begin(user, credentials, client);
		}
		catch (BannedException | DeletingException ex) {
			note(Act.SIGN_IN_REFUSED, user.id(), client);
			throw ex;
		}
		catch (WrongCodeException ex) {
			this.secondStep.failed(user.id(), client);
			count("wrong-code");
			throw ex;
		}
	}

	private SignedIn begin(User known, Credentials credentials, Client client) {
		var renewed = this.passwords.isOutdated(known.passwordHash()) ? this.passwords.hash(credentials.password())
				: known.passwordHash();
		var signedIn = this.work.run(() -> {
			var user = this.users.findById(known.id()).orElseThrow(LoggingIn::badCredentials);
			if (!user.passwordHash().equals(known.passwordHash())) {
				throw badCredentials(); // it was changed while we compared
			}
			this.secondStep.demand(user, credentials.otp(), client);
			if (!renewed.equals(user.passwordHash())) {
				user.changePassword(renewed);
				user = this.users.save(user);
			}
			this.audit.record(Act.SIGNED_IN, user.id(), null, client);
			return this.signingIn.signIn(user, client);
		});
		count("success");
		return signedIn;
	}

	private void note(Act act, @Nullable String userId, Client client) {
		this.audit.recordOfStranger(act, userId, client);
		count(switch (act) {
			case SIGN_IN_FAILED -> "bad-credentials";
			case SIGN_IN_SLOWED -> "slow-down";
			default -> "banned";
		});
	}

	private void count(String outcome) {
		this.meters.counter("parley.logins", "outcome", outcome).increment();
	}

	private static ProblemException badCredentials() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.bad-credentials",
				"The name or the password is wrong.");
	}

}
