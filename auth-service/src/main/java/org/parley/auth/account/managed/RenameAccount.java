package org.parley.auth.account.managed;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.FormerNames;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.rule.RuledRequest;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Renames accounts. A former username stays reserved for its owner, so that nobody else
 * can pass for them, and all sessions end, because their tokens contain it.
 */
@Component
public class RenameAccount {

	private final Users users;

	private final FormerNames formerNames;

	private final EndSessions endSessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	RenameAccount(Users users, FormerNames formerNames, EndSessions endSessions, SendSecurityAlert sendSecurityAlert,
			UnitOfWork work, Audit audit) {
		this.users = users;
		this.formerNames = formerNames;
		this.endSessions = endSessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Renames the account. An account that has the names stays as it is.
	 * @throws RefusalException 400 when a name is reserved; 404 {@code user.not-found};
	 * 409 {@code user.username-taken}; 412 {@code request.precondition-failed}
	 */
	public User rename(String id, IfMatch condition, NamesRequest names, Caller admin, ClientDevice clientDevice) {
		try {
			return this.work.run(() -> {
				var user = this.users.require(id);
				condition.require(user.version());
				if (names.areThoseOf(user)) {
					return user;
				}
				if (names.displayName() != null) {
					user.changeDisplayName(displayName(names.displayName(), user));
				}
				if (names.username() != null && !names.username().equals(user.username())) {
					changeUsername(user, names.username());
				}
				this.audit.record(AuditAction.RENAMED, user.id(), admin.id(), null, clientDevice);
				return this.users.save(user);
			});
		}
		catch (DuplicateKeyException ex) {
			throw taken();
		}
	}

	private static String displayName(String name, User user) {
		return (user.role() == Role.USER) ? DisplayNames.chosen("displayName", name.strip()) : name.strip();
	}

	private void changeUsername(User user, String text) {
		var name = Username.chosen(text);
		if (!name.key().equals(new Username(user.username()).key())) {
			if (this.formerNames.isClosedTo(user, name)) {
				throw taken();
			}
			this.formerNames.keep(user);
		}
		user.rename(name);
		this.endSessions.endAll(user, SessionEndReason.LOGOUT_EVERYWHERE);
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.RENAMED);
	}

	private static RefusalException taken() {
		return RefusalException.conflict("user.username-taken",
				"This username is taken, or belonged to another user before.");
	}

	/**
	 * New names, at least one; absent ones stay.
	 *
	 * @param username 3 to 30 letters, digits, {@code _} or {@code -}; the user is signed
	 * out everywhere
	 */
	@Schema(name = "AccountNames")
	public record NamesRequest(
			@Schema(example = "alice") @Pattern(regexp = Username.FORM,
					message = "must be 3 to 30 letters, digits, _ or -") @Nullable String username,
			@Schema(example = "Alice Liddell") @ShownName @Nullable String displayName) implements RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(() -> {
				if (this.username == null && this.displayName == null) {
					throw RefusalException.field("username", "account.nameless", "is required without another name");
				}
			});
		}

		private boolean areThoseOf(User user) {
			return (this.username == null || this.username.equals(user.username()))
					&& (this.displayName == null || this.displayName.strip().equals(user.profile().displayName()));
		}

	}

}
