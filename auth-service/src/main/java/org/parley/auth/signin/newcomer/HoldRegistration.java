package org.parley.auth.signin.newcomer;

import org.parley.auth.signin.held.HeldRegistrations;
import org.parley.auth.signin.held.Registration;
import org.parley.auth.signin.recovery.MailAllowance;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Holds a registration until the owner of the address opens the link in a mail. An
 * address that has an account receives another mail after the same work, so that only its
 * owner learns of the account. Before the link is opened no username is taken, because
 * that would tell both cases apart.
 */
@Component
class HoldRegistration {

	private final Users users;

	private final OpenAccount openAccount;

	private final HeldRegistrations heldRegistrations;

	private final MailAllowance allowance;

	private final MailLinkPublisher mailLinks;

	private final SendSecurityAlert sendSecurityAlert;

	HoldRegistration(Users users, OpenAccount openAccount, HeldRegistrations heldRegistrations, MailAllowance allowance,
			MailLinkPublisher mailLinks, SendSecurityAlert sendSecurityAlert) {
		this.users = users;
		this.openAccount = openAccount;
		this.heldRegistrations = heldRegistrations;
		this.allowance = allowance;
		this.mailLinks = mailLinks;
		this.sendSecurityAlert = sendSecurityAlert;
	}

	/**
	 * Holds the registration, unless the throttle holds the mail back. Part of the
	 * caller's transaction.
	 * @throws RefusalException 409 {@code user.username-taken}
	 */
	void hold(Registration registration, ClientDevice clientDevice) {
		var account = registration.account().account();
		if (account.username() != null) {
			this.openAccount.requireFree(account.username(), null);
		}
		var key = User.emailKeyOf(account.email());
		if (!this.allowance.take(MailTokenPurpose.EMAIL_VERIFICATION, MailTokens.decoyOwner(key), clientDevice)) {
			return;
		}
		var link = this.heldRegistrations.add(registration);
		this.users.findByEmailKey(key)
			.ifPresentOrElse((owner) -> this.sendSecurityAlert.alert(owner, SecurityAlert.Kind.REGISTRATION_REPEATED),
					() -> this.mailLinks.publish(MailTokenPurpose.EMAIL_VERIFICATION,
							this.openAccount.draft(registration.account()), account.email(), link));
	}

}
