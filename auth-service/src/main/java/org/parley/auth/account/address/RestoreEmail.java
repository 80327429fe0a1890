package org.parley.auth.account.address;

import java.time.InstantSource;

import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Restores the previous address of an account and revokes everything that an intruder may
 * have added since the change was requested.
 */
@Component
class RestoreEmail {

	private final Users users;

	private final MailTokens tokens;

	private final RevokeAccessSince revokeAccessSince;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	RestoreEmail(Users users, MailTokens tokens, RevokeAccessSince revokeAccessSince, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.revokeAccessSince = revokeAccessSince;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Restores the address with the token that was mailed to it.
	 * @throws InvalidLinkException if the link is invalid
	 */
	void restore(String token, ClientDevice clientDevice) {
		if (this.tokens.findOwner(MailTokenPurpose.EMAIL_CHANGE_UNDO, token).isEmpty()) {
			throw new InvalidLinkException();
		}
		this.work.run(() -> {
			var link = this.tokens.redeemUndo(token);
			var user = link.owner();
			user.changeEmail(link.address(), this.clock.instant());
			this.revokeAccessSince.revoke(user, link.since());
			this.audit.record(AuditAction.EMAIL_RESTORED, user.id(), null, clientDevice);
			var saved = this.users.save(user);
			this.revokeAccessSince.removeCredentials(saved, link.since());
			return saved;
		});
	}

}
