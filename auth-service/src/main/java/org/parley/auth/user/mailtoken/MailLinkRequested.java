package org.parley.auth.user.mailtoken;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.platform.messaging.secret.SealedEventSecret;

/**
 * A mail with a link was requested.
 *
 * @param type the event type
 * @param user the owner of the link
 * @param address the recipient of the mail
 * @param token the secret in the link
 * @param expiresAt when the link expires
 * @param locale the language of the mail, a BCP 47 tag
 */
@Publishes({ "email-verification.requested", "password-reset.requested", "email-change.requested",
		"email-change.made" })
record MailLinkRequested(@JsonIgnore String type, UserPortrait user, SealedEventSecret address, SealedEventSecret token,
		Instant expiresAt, String locale) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}
