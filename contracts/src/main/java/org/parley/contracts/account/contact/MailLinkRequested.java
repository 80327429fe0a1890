package org.parley.contracts.account.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.account.AccountData;

/**
 * A mail with a link was requested.
 *
 * @param user the owner of the link, or who invites
 * @param accountCreated whether others have created the account for its owner, who has no
 * password yet; absent otherwise
 */
@Publishes({ "email-verification.requested", "password-reset.requested", "email-change.requested", "email-change.made",
		"invitation.sent", "sign-in.requested" })
public record MailLinkRequested(@EventType String type, AccountData user, SealedEventSecret address,
		SealedEventSecret token, Instant expiresAt, String locale,
		@OptionalValue @Nullable Boolean accountCreated) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}
