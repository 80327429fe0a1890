package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues and redeems the links that confirm and undo a change of address. */
@Component
class EmailChangeLinks {

	private final Users users;

	private final MailTokens tokens;

	private final MailThrottle throttle;

	private final MailLinkPublisher publisher;

	private final CurrentRules currentRules;

	private final VerificationSettings verification;

	EmailChangeLinks(Users users, MailTokens tokens, MailThrottle throttle, MailLinkPublisher publisher,
			CurrentRules currentRules, VerificationSettings verification) {
		this.users = users;
		this.tokens = tokens;
		this.throttle = throttle;
		this.publisher = publisher;
		this.currentRules = currentRules;
		this.verification = verification;
	}

	/**
	 * Sends the link that confirms the new address. Where addresses are hidden, one that
	 * is taken receives no mail, after the same work.
	 * @throws EmailTakenException if the address is taken
	 * @throws RefusalException 429 {@code auth.mail-limit}
	 */
	void send(User user, String email) {
		var taken = isTaken(email, user);
		if (taken && !this.currentRules.rules().isHidingAddresses()) {
			throw new EmailTakenException();
		}
		this.throttle.require(MailTokenPurpose.EMAIL_CHANGE, user.id());
		if (taken) {
			this.publisher.imitate(MailTokenPurpose.EMAIL_CHANGE, MailTokens.decoyOwner(email), email);
			return;
		}
		this.publisher.publish(MailTokenPurpose.EMAIL_CHANGE, user, email,
				this.tokens.issue(MailTokenPurpose.EMAIL_CHANGE, user, email));
	}

	/**
	 * Redeems the link that confirms the new address.
	 * @throws InvalidLinkException if the link is invalid
	 * @throws EmailTakenException if the address was taken meanwhile
	 */
	MailTokens.Link redeem(String token) {
		var link = this.tokens.redeemAddressLink(MailTokenPurpose.EMAIL_CHANGE, token);
		if (isTaken(link.address(), link.owner())) {
			throw new EmailTakenException();
		}
		return link;
	}

	/**
	 * Sends the link that restores the present address to that address. Where addresses
	 * must be verified, one that was not may have a typing error, and be a stranger's.
	 */
	void sendUndo(User user, Instant since) {
		if (user.isEmailVerified() || !this.verification.required()) {
			this.publisher.publish(MailTokenPurpose.EMAIL_CHANGE_UNDO, user, user.email(),
					this.tokens.issueUndo(user, since));
		}
	}

	/** An address that another user may still restore is taken. */
	private boolean isTaken(String email, User user) {
		return this.users.findByEmailKey(User.emailKeyOf(email)).isPresent()
				|| this.tokens.isReserved(email, user.id());
	}

}
