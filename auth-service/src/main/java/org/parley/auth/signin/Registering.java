package org.parley.auth.signin;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.password.Passwords;
import org.parley.auth.refresh.SignedIn;
import org.parley.auth.refresh.SigningIn;
import org.parley.auth.token.MailTokens;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.FormerNames;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.auth.verification.VerifyingEmail;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens an account and signs its owner in. The unique indexes decide who was first. */
@Component
class Registering {

	private final Users users;

	private final Passwords passwords;

	private final SigningIn signingIn;

	private final VerifyingEmail verifying;

	private final MailTokens tokens;

	private final FormerNames formerNames;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	Registering(Users users, Passwords passwords, SigningIn signingIn, VerifyingEmail verifying, MailTokens tokens,
			FormerNames formerNames, UnitOfWork work, Audit audit, InstantSource clock, RandomGenerator random) {
		this.users = users;
		this.passwords = passwords;
		this.signingIn = signingIn;
		this.verifying = verifying;
		this.tokens = tokens;
		this.formerNames = formerNames;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Opens the account.
	 * @throws ProblemException 409 {@code user.email-taken} or
	 * {@code user.username-taken}
	 */
	SignedIn register(Registration wish, Client client) {
		var chosen = (wish.username() != null) ? Username.chosen(wish.username()) : null;
		this.passwords.check("password", wish.password(), wish.email(), wish.name(),
				(wish.username() != null) ? wish.username() : "");
		var hash = this.passwords.hash(wish.password());
		try {
			return this.work.run(() -> open(wish, (chosen != null) ? chosen : free(wish.name()), hash, client));
		}
		catch (DuplicateKeyException ex) {
			throw taken(ex);
		}
	}

	private SignedIn open(Registration wish, Username username, String hash, Client client) {
		if (this.formerNames.has(username)) {
			throw nameTaken();
		}
		if (this.tokens.isHeld(wish.email(), "")) {
			throw new EmailTakenException();
		}
		var user = this.users
			.save(User.register(username, wish.email(), wish.name(), hash, Role.USER, this.clock.instant()));
		this.verifying.begin(user);
		this.audit.record(Act.REGISTERED, user.id(), null, client);
		return this.signingIn.signIn(user, client);
	}

	private Username free(String name) {
		var suggested = Username.suggestedBy(name);
		var free = suggested;
		while (this.users.existsByUsernameKey(free.key()) || this.formerNames.has(free)) {
			free = suggested.with("-" + Integer.toString(this.random.nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36));
		}
		return free;
	}

	private static ProblemException taken(DuplicateKeyException ex) {
		if (String.valueOf(ex.getMessage()).contains("emailKey")) {
			return new EmailTakenException();
		}
		return nameTaken();
	}

	private static ProblemException nameTaken() {
		return ProblemException.conflict("user.username-taken", "Somebody else has this username, or had it.");
	}

}
