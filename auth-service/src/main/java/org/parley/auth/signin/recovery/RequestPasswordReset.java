package org.parley.auth.signin.recovery;

import java.util.Optional;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Sends the mail that resets a password. An unknown account costs the same writes, so
 * that the response time reveals nothing.
 */
@Component
class RequestPasswordReset {

	private final Users users;

	private final MailAllowance allowance;

	private final MailLinkPublisher mailLinks;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	RequestPasswordReset(Users users, MailAllowance allowance, MailLinkPublisher mailLinks, UnitOfWork unitOfWork,
			Audit audit) {
		this.users = users;
		this.allowance = allowance;
		this.mailLinks = mailLinks;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/**
	 * Sends the mail to the account of a username or mail address, unless the throttle
	 * holds it back.
	 */
	void request(String login, ClientDevice clientDevice) {
		var key = Users.loginKeyOf(login);
		this.unitOfWork.run(() -> {
			var user = this.users.findByLogin(login);
			var owner = user.map(User::id).orElseGet(() -> MailTokens.decoyOwner(key));
			if (this.allowance.take(MailTokenPurpose.PASSWORD_RESET, owner, clientDevice)) {
				send(user, owner, login, clientDevice);
			}
		});
	}

	private void send(Optional<User> user, String owner, String login, ClientDevice clientDevice) {
		this.audit.recordAnonymous(AuditAction.PASSWORD_RESET_REQUESTED, user.map(User::id).orElse(null), clientDevice);
		user.ifPresentOrElse((known) -> this.mailLinks.issue(MailTokenPurpose.PASSWORD_RESET, known),
				() -> this.mailLinks.imitate(MailTokenPurpose.PASSWORD_RESET, owner, login));
	}

}
