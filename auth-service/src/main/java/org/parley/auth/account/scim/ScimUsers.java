package org.parley.auth.account.scim;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.account.managed.CreateAccount;
import org.parley.auth.account.managed.CreateAccount.AccountRequest;
import org.parley.auth.account.managed.DeleteAccount;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.DirectoryEntry;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.IfMatch;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Provisions accounts. A directory does not change accounts of administrators, so that
 * its token grants no administration.
 */
@Component
class ScimUsers {

	private final Users users;

	private final CreateAccount createAccount;

	private final DeleteAccount deleteAccount;

	private final EndSessions endSessions;

	private final MailTokens tokens;

	private final ScimTransaction transaction;

	ScimUsers(Users users, CreateAccount createAccount, DeleteAccount deleteAccount, EndSessions endSessions,
			MailTokens tokens, ScimTransaction transaction) {
		this.users = users;
		this.createAccount = createAccount;
		this.deleteAccount = deleteAccount;
		this.endSessions = endSessions;
		this.tokens = tokens;
		this.transaction = transaction;
	}

	/** Finds an account that others know and that was not closed. */
	User require(String id) {
		return this.users.findById(id).filter(ScimUsers::isOpen).orElseThrow(() -> ScimException.notFound(id));
	}

	private static boolean isOpen(User user) {
		return user.erasureAt() == null && !user.awaitsApproval();
	}

	/**
	 * Creates an account; its owner receives a link to choose a password. An account that
	 * a directory has deleted is kept instead, as it still has the name and the address,
	 * and one that no directory knows is taken over if it has the address, verified.
	 */
	User create(ScimPerson wanted, Locale language, Caller directory, ClientDevice clientDevice) {
		var person = this.transaction.valid(wanted);
		var userName = ScimJson.required(person.userName(), "userName");
		return this.transaction.run(() -> {
			var deleted = this.users.findByDirectoryUserNameKey(ScimJson.key(userName)).filter(ScimUsers::isDeleted);
			if (person.active() && deleted.isPresent()) {
				return keep(deleted.get(), person, directory, clientDevice);
			}
			requireFree(userName, null);
			var email = ScimJson.required(person.email(), "email");
			var member = this.users.findByEmailKey(User.emailKeyOf(email)).filter(ScimUsers::isUnknown);
			if (member.isPresent()) {
				return takeOver(member.get(), person);
			}
			var request = new AccountRequest(ScimJson.required(person.displayName(), "displayName"), email, null, null);
			var user = this.createAccount.createNamedAfter(localPart(userName), request, language, directory,
					clientDevice);
			user.verifyEmail(this.transaction.now());
			user.provision(entry(person));
			return this.users.save(user);
		});
	}

	/** Whether a directory has deleted it. Owners only close accounts that are active. */
	private static boolean isDeleted(User user) {
		return user.erasureAt() != null && !ScimPerson.of(user).active();
	}

	private User keep(User user, ScimPerson wanted, Caller directory, ClientDevice clientDevice) {
		return this.deleteAccount.cancel(takeOver(user, wanted), directory.id(), clientDevice);
	}

	/** Whether no directory knows an account, whose owner has proved the address. */
	private static boolean isUnknown(User user) {
		return user.directory() == null && user.isEmailVerified() && isOpen(user);
	}

	private User takeOver(User user, ScimPerson wanted) {
		requireManaged(user);
		apply(user, ScimPerson.of(user), wanted);
		return this.users.save(user);
	}

	/** The part of the directory's name before an at sign, if it has one. */
	private static String localPart(String userName) {
		var at = userName.indexOf('@');
		return (at > 0) ? userName.substring(0, at) : userName;
	}

	/**
	 * Changes an account.
	 * @param check of the account as it is, such as a condition
	 */
	User change(String id, Consumer<User> check, UnaryOperator<ScimPerson> change, Caller directory,
			ClientDevice clientDevice) {
		return this.transaction.run(() -> {
			var user = require(id);
			check.accept(user);
			var before = ScimPerson.of(user);
			var after = change.apply(before);
			if (after.equals(before) && user.directory() != null) {
				return user;
			}
			requireManaged(user);
			apply(user, before, this.transaction.valid(after));
			return this.users.save(user);
		});
	}

	/** Deletes an account; its owner cannot restore it. */
	void delete(String id, Consumer<User> check, Caller directory, ClientDevice clientDevice) {
		this.transaction.run(() -> {
			var user = require(id);
			check.accept(user);
			requireManaged(user);
			var person = ScimPerson.of(user);
			user.provision(DirectoryEntry.of(ScimJson.name(user), person.externalId(), false, this.transaction.now()));
			this.users.save(user);
			this.deleteAccount.delete(id, IfMatch.ANY, directory, clientDevice);
			return user;
		});
	}

	private void apply(User user, ScimPerson before, ScimPerson after) {
		requireFree(ScimJson.required(after.userName(), "userName"), user.id());
		var name = ScimJson.required(after.displayName(), "displayName");
		if (!name.equals(before.displayName())) {
			user.changeDisplayName((user.role() == Role.USER) ? DisplayNames.chosen("displayName", name) : name);
		}
		var email = ScimJson.required(after.email(), "email");
		if (User.emailKeyOf(email).equals(User.emailKeyOf(user.email()))) {
			respell(user, User.addressOf(email));
		}
		else {
			if (this.tokens.isReserved(email, user.id()) || this.users.findByEmailKey(User.emailKeyOf(email))
				.filter((other) -> !other.id().equals(user.id()))
				.isPresent()) {
				throw new EmailTakenException();
			}
			user.changeEmail(User.addressOf(email), this.transaction.now());
			this.createAccount.invite(user);
		}
		user.provision(entry(after));
		if (before.active() && !after.active()) {
			user.revokeTokens();
			this.endSessions.endAll(user, SessionEndReason.BANNED);
		}
	}

	private static void respell(User user, String email) {
		if (!email.equals(user.email())) {
			user.respellEmail(email);
		}
	}

	private DirectoryEntry entry(ScimPerson person) {
		return DirectoryEntry
			.of(ScimJson.required(person.userName(), "userName"), person.externalId(), person.active(),
					this.transaction.now())
			.named(person.name());
	}

	private void requireFree(String userName, @Nullable String ownerId) {
		if (this.users.findByDirectoryUserNameKey(ScimJson.key(userName))
			.filter((user) -> !user.id().equals(ownerId))
			.isPresent()) {
			throw new ScimException(HttpStatus.CONFLICT, "uniqueness", "userName is taken.");
		}
	}

	private static void requireManaged(User user) {
		if (user.role() == Role.ADMIN) {
			throw new ScimException(HttpStatus.FORBIDDEN, null, "A directory does not change administrators.");
		}
	}

}
