package org.parley.auth.signin.registration;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.user.Admission;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.FormerNames;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.auth.user.profile.UserProfile;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens accounts. Unique indexes decide between concurrent requests. */
@Component
public class OpenAccount {

	private final Users users;

	private final Passwords passwords;

	private final MailTokens tokens;

	private final FormerNames formerNames;

	private final InstantSource clock;

	private final RandomGenerator random;

	OpenAccount(Users users, Passwords passwords, MailTokens tokens, FormerNames formerNames, InstantSource clock,
			RandomGenerator random) {
		this.users = users;
		this.passwords = passwords;
		this.tokens = tokens;
		this.formerNames = formerNames;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Checks and hashes the password. Hashing is slow, so call this before the
	 * transaction.
	 * @throws RefusalException 400 about that property
	 */
	public PreparedAccount prepare(String property, NewAccount account) {
		if (account.password() == null) {
			return new PreparedAccount(account, null);
		}
		var username = account.username();
		PasswordRules.check(property, account.password(), account.email(), account.name(),
				(username != null) ? username.text() : "");
		return new PreparedAccount(account, this.passwords.hash(account.password()));
	}

	/**
	 * Opens the account. Part of the caller's transaction.
	 * @throws RefusalException 409 {@code user.email-taken} or
	 * {@code user.username-taken}
	 */
	public User open(PreparedAccount prepared, Admission admission) {
		var user = save(prepared, (username) -> User.register(prepared.account().id(), username,
				prepared.account().email(), profile(prepared), prepared.hash(), admission, this.clock.instant()));
		return admission.addressProven() ? verified(user) : user;
	}

	/** The account as it would be, for a mail to its owner. It is not saved. */
	public User draft(PreparedAccount prepared) {
		var account = prepared.account();
		var username = (account.username() != null) ? account.username() : Username.suggestedBy(account.name());
		return User.register(account.id(), username, account.email(), profile(prepared), prepared.hash(),
				Admission.FREE, this.clock.instant());
	}

	/** The account, with a similar username if the chosen one is taken. */
	public PreparedAccount withFreeUsername(PreparedAccount prepared) {
		var account = prepared.account();
		var chosen = account.username();
		if (chosen == null || !isTaken(chosen)) {
			return prepared;
		}
		return new PreparedAccount(new NewAccount(account.name(), account.email(), account.password(),
				findFreeUsername(chosen.text()), account.language(), account.id()), prepared.hash());
	}

	/** Asks for a picture of a new account. Part of the transaction that opens it. */
	public User offerPicture(User user, String address) {
		user.offerPicture(Ids.next(), address);
		return this.users.save(user);
	}

	/**
	 * Opens the account of an administrator, whose address is taken as verified.
	 * Otherwise like {@link #open}.
	 */
	public User openAdministrator(PreparedAccount prepared) {
		return verified(save(prepared, (username) -> User.register(prepared.account().id(), username,
				prepared.account().email(), profile(prepared), prepared.hash(), Role.ADMIN, this.clock.instant())));
	}

	private User verified(User user) {
		user.verifyEmail(this.clock.instant());
		return this.users.save(user);
	}

	private static UserProfile profile(PreparedAccount prepared) {
		return UserProfile.of(prepared.account().name(), prepared.account().language());
	}

	private User save(PreparedAccount prepared, Function<Username, User> register) {
		var account = prepared.account();
		var username = (account.username() != null) ? account.username() : findFreeUsername(account.name());
		if (this.formerNames.contains(username)) {
			throw nameTaken();
		}
		if (this.tokens.isReserved(account.email(), "")) {
			throw new EmailTakenException();
		}
		try {
			return this.users.save(register.apply(username));
		}
		catch (DuplicateKeyException ex) {
			throw taken(ex);
		}
	}

	/** A free username that resembles a name. */
	public Username findFreeUsername(String name) {
		var suggested = Username.suggestedBy(name);
		var free = suggested;
		while (isTaken(free)) {
			free = suggested
				.withSuffix("-" + Integer.toString(this.random.nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36));
		}
		return free;
	}

	/**
	 * Checks a name and perhaps an address, before a newcomer creates a credential.
	 * @throws RefusalException 409 {@code user.email-taken} or
	 * {@code user.username-taken}
	 */
	public void requireFree(Username username, @Nullable String email) {
		if (isTaken(username)) {
			throw nameTaken();
		}
		if (email != null && (this.users.findByEmailKey(User.emailKeyOf(email)).isPresent()
				|| this.tokens.isReserved(email, ""))) {
			throw new EmailTakenException();
		}
	}

	private boolean isTaken(Username username) {
		return this.users.existsByUsernameKey(username.key()) || this.formerNames.contains(username);
	}

	private static RefusalException taken(DuplicateKeyException ex) {
		if (String.valueOf(ex.getMessage()).contains("emailKey")) {
			return new EmailTakenException();
		}
		return nameTaken();
	}

	private static RefusalException nameTaken() {
		return RefusalException.conflict("user.username-taken",
				"This username is taken, or belonged to another user before.");
	}

	/**
	 * An account with its hashed password.
	 *
	 * @param hash of the password, if there is one
	 */
	public record PreparedAccount(NewAccount account, @Nullable String hash) {

		@Override
		public String toString() {
			return "PreparedAccount[***]";
		}

	}

}
