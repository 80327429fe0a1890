package org.parley.auth.signin.verification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Marks mail addresses as verified. */
@Component
public class VerifyEmail {

	private final Users users;

	private final MailTokens tokens;

	private final HeldAccounts heldAccounts;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	private final InstantSource clock;

	VerifyEmail(Users users, MailTokens tokens, HeldAccounts heldAccounts, UnitOfWork unitOfWork, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.heldAccounts = heldAccounts;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Verifies an address with the token of a link, and opens the account that waits for
	 * it.
	 * @throws InvalidLinkException when the token is invalid
	 * @throws RefusalException as {@link HeldAccounts#open}
	 */
	void verify(String token, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			if (!this.heldAccounts.open(token, clientDevice)) {
				redeem(token, clientDevice);
			}
		});
	}

	private void redeem(String token, ClientDevice clientDevice) {
		var user = this.tokens.redeem(MailTokenPurpose.EMAIL_VERIFICATION, token);
		user.verifyEmail(this.clock.instant());
		this.audit.record(AuditAction.EMAIL_VERIFIED, user.id(), null, clientDevice);
		this.users.save(user);
	}

	/**
	 * Verifies an address on behalf of an administrator, without a link.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	public User vouch(String userId, Caller by, ClientDevice clientDevice) {
		return verify(userId, by.id(), User::verifyEmail, clientDevice);
	}

	/** Verifies the address of a user who has shown that a mail has reached it. */
	public void verifyRecipient(String userId, ClientDevice clientDevice) {
		verify(userId, userId, User::proveEmail, clientDevice);
	}

	private User verify(String userId, String by, BiConsumer<User, Instant> change, ClientDevice clientDevice) {
		return this.unitOfWork.run(() -> {
			var user = this.users.require(userId);
			if (user.isEmailVerified()) {
				return user;
			}
			change.accept(user, this.clock.instant());
			this.audit.record(AuditAction.EMAIL_VERIFIED, user.id(), by, null, clientDevice);
			return this.users.save(user);
		});
	}

}
