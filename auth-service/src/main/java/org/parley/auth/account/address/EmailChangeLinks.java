package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.mailtoken.InvalidLinkException;
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

	EmailChangeLinks(Users users, MailTokens tokens, MailThrottle throttle) {
		this.users = users;
		this.tokens = tokens;
		this.throttle = throttle;
	}

	/**
	 * Issues the link that confirms the new address.
	 * @throws EmailTakenException if the address is taken
	 * @throws RefusalException 429 {@code auth.mail-limit}
	 */
	MailTokens.Issued issue(User user, String email) {
		requireFree(email, user);
		this.throttle.require(MailTokenPurpose.EMAIL_CHANGE, user.id());
		return this.tokens.issue(MailTokenPurpose.EMAIL_CHANGE, user, email);
	}

	/**
	 * Redeems the link that confirms the new address.
	 * @throws InvalidLinkException if the link is invalid
	 * @throws EmailTakenException if the address was taken meanwhile
	 */
	MailTokens.Link redeem(String token) {
		var link = this.tokens.redeemAddressLink(MailTokenPurpose.EMAIL_CHANGE, token);
		requireFree(link.address(), link.owner());
		return link;
	}

	/** Issues the link that restores the present address. */
	MailTokens.Issued issueUndo(User user, Instant since) {
		return this.tokens.issueUndo(user, since);
	}

	/** An address that another user may still restore is taken. */
	private void requireFree(String email, User user) {
		if (this.users.findByEmailKey(User.emailKeyOf(email)).isPresent() || this.tokens.isReserved(email, user.id())) {
			throw new EmailTakenException();
		}
	}

}
