package org.parley.auth.signin.recovery;

import java.time.InstantSource;

import org.parley.auth.signin.credential.EndAccess;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.contracts.account.contact.SecurityAlert;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Redeems the token of a password reset. All sessions and passkeys end, as an intruder
 * may hold one. Part of the caller's transaction.
 */
@Component
class RedeemPasswordReset {

	private final MailTokens tokens;

	private final EndAccess endAccess;

	private final RecordCredentialChange recordChange;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	RedeemPasswordReset(MailTokens tokens, EndAccess endAccess, RecordCredentialChange recordChange,
			ApplicationEventPublisher events, InstantSource clock) {
		this.tokens = tokens;
		this.endAccess = endAccess;
		this.recordChange = recordChange;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Redeems the token.
	 * @throws InvalidLinkException when the token is invalid
	 */
	User redeem(String token, String passwordHash, boolean revokeTokens, ClientDevice clientDevice) {
		var user = this.tokens.redeem(MailTokenPurpose.PASSWORD_RESET, token);
		user.changePassword(passwordHash, this.clock.instant());
		user.proveEmail(this.clock.instant());
		this.endAccess.endAll(user, revokeTokens);
		var saved = this.recordChange.record(user, SecurityAlert.Kind.PASSWORD_RESET, AuditAction.PASSWORD_RESET, null,
				clientDevice);
		this.events.publishEvent(new PasswordReset(saved.id()));
		return saved;
	}

}
