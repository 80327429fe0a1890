package org.parley.auth.signin.mailed;

import java.util.Optional;

import org.parley.auth.signin.mailed.MailedCodes.Issued;
import org.parley.auth.signin.recovery.MailAllowance;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Mails a code with which the browser that asks can sign in. An unknown address, or one
 * to which enough mails were sent, has the same answer after the same work. A code that
 * is not mailed is nobody's, so that guessing it is useless.
 */
@Component
public class SendSignInCode {

	private final Users users;

	private final MailedCodes codes;

	private final MailAllowance allowance;

	private final MailLinkPublisher mailLinks;

	private final UnitOfWork unitOfWork;

	SendSignInCode(Users users, MailedCodes codes, MailAllowance allowance, MailLinkPublisher mailLinks,
			UnitOfWork unitOfWork) {
		this.users = users;
		this.codes = codes;
		this.allowance = allowance;
		this.mailLinks = mailLinks;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Mails a code.
	 * @param next address of the page to return to, or empty
	 * @return the secret of the browser
	 */
	public String send(String address, String next, ClientDevice clientDevice) {
		var key = User.emailKeyOf(address);
		return this.unitOfWork.run(() -> {
			var user = this.users.findByEmailKey(key);
			var decoy = MailTokens.decoyOwner(key);
			var owner = user.map(User::id).orElse(decoy);
			if (!this.allowance.take(MailTokenPurpose.SIGN_IN, owner, clientDevice)) {
				return this.codes.issue(decoy, 0, next).sent().secret();
			}
			var issued = this.codes.issue(owner, user.map(User::linkVersion).orElse(0), next);
			mail(user, owner, address, issued);
			return issued.sent().secret();
		});
	}

	private void mail(Optional<User> user, String owner, String address, Issued issued) {
		var link = new MailTokens.Issued(issued.sent().code(), issued.expiresAt());
		user.ifPresentOrElse((known) -> this.mailLinks.publish(MailTokenPurpose.SIGN_IN, known, known.email(), link),
				() -> this.mailLinks.imitate(MailTokenPurpose.SIGN_IN, owner, address));
	}

}
