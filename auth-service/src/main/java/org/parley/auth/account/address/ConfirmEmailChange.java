package org.parley.auth.account.address;

import java.time.InstantSource;

import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Changes the address of an account and sends an undo link to the previous one. */
@Component
class ConfirmEmailChange {

	private final Users users;

	private final EmailChangeLinks links;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ConfirmEmailChange(Users users, EmailChangeLinks links, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.links = links;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Changes the address with the token that was mailed to the new one.
	 * @throws InvalidLinkException if the link is invalid
	 * @throws EmailTakenException 409 {@code user.email-taken}
	 */
	void confirm(String token, ClientDevice clientDevice) {
		try {
			this.work.run(() -> change(token, clientDevice));
		}
		catch (DuplicateKeyException ex) {
			throw new EmailTakenException();
		}
	}

	private User change(String token, ClientDevice clientDevice) {
		var link = this.links.redeem(token);
		var user = link.owner();
		this.links.sendUndo(user, link.since());
		user.changeEmail(link.address(), this.clock.instant());
		this.audit.record(AuditAction.EMAIL_CHANGED, user.id(), null, clientDevice);
		return this.users.save(user);
	}

}
