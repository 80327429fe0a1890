package org.parley.auth.signin;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.EndAccess;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Changes the caller's password, or sets their first one, and ends their other sessions
 * and, unless the caller keeps them, personal tokens and the access of apps.
 */
@Component
class ChangePassword {

	private final Users users;

	private final Passwords passwords;

	private final VerifyOwner verifyOwner;

	private final EndAccess endAccess;

	private final RecordCredentialChange recordChange;

	private final InstantSource clock;

	ChangePassword(Users users, Passwords passwords, VerifyOwner verifyOwner, EndAccess endAccess,
			RecordCredentialChange recordChange, InstantSource clock) {
		this.users = users;
		this.passwords = passwords;
		this.verifyOwner = verifyOwner;
		this.endAccess = endAccess;
		this.recordChange = recordChange;
		this.clock = clock;
	}

	/**
	 * Changes the password.
	 * @throws RefusalException as {@link VerifyOwner}; 400 about the new password
	 */
	void change(Caller caller, ChangePasswordRequest request, ClientDevice clientDevice) {
		var owner = this.users.findById(caller.id()).orElseThrow();
		RefusalException.checkAll(() -> requireCurrent(owner, request), () -> PasswordRules.check("newPassword",
				request.newPassword(), owner.email(), owner.username(), owner.profile().displayName()));
		this.verifyOwner.verify(caller, request, clientDevice, () -> this.passwords.hash(request.newPassword()),
				(user, hash) -> change(user, hash, caller, request, clientDevice));
	}

	private static void requireCurrent(User owner, ChangePasswordRequest request) {
		if (owner.passwordHash() != null && request.currentPassword() == null) {
			throw RefusalException.field("currentPassword", "not-null", "is required");
		}
	}

	private User change(User user, String hash, Caller caller, ChangePasswordRequest request,
			ClientDevice clientDevice) {
		user.changePassword(hash, this.clock.instant());
		this.endAccess.endOthers(user, caller.sessionId(), request.revokesTokens());
		return this.recordChange.record(user, SecurityAlert.Kind.PASSWORD_CHANGED, AuditAction.PASSWORD_CHANGED, null,
				clientDevice);
	}

	/**
	 * Changes the caller's password.
	 *
	 * @param currentPassword current password; an account without one needs a recent
	 * sign-in
	 * @param revokeTokens whether to revoke personal tokens and the access of apps, the
	 * default
	 */
	record ChangePasswordRequest(
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String currentPassword,
			@Schema(example = "off with their heads!") @NotNull @Size(max = 256,
					message = "must have 8 to 128 characters") String newPassword,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp,
			@Schema(example = "true") @Nullable Boolean revokeTokens) implements Proof {

		@Override
		public @Nullable String password() {
			return this.currentPassword;
		}

		boolean revokesTokens() {
			return !Boolean.FALSE.equals(this.revokeTokens);
		}

		@Override
		public String toString() {
			return "ChangePasswordRequest[***]";
		}

	}

}
