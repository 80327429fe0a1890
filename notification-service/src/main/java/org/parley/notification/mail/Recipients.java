package org.parley.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;

import org.springframework.stereotype.Component;

/** Where mails go. */
@Component
class Recipients {

	private static final Duration PATIENCE = Duration.ofDays(1);

	private final Contacts contacts;

	private final EventSecretCipher eventSecretCipher;

	Recipients(Contacts contacts, EventSecretCipher eventSecretCipher) {
		this.contacts = contacts;
		this.eventSecretCipher = eventSecretCipher;
	}

	Optional<Contact> contact(Mail mail) {
		return this.contacts.of(mail.userId());
	}

	/** The address that the mail itself names, else the one where its person is known. */
	Optional<String> address(Mail mail) {
		return (mail.address() != null)
				? Optional.of(this.eventSecretCipher.open(new SealedEventSecret(mail.address())))
				: contact(mail).map(Contact::address);
	}

	/** Whether it may go to an address that nobody has shown to be theirs. */
	boolean isAllowed(Mail mail) {
		return !UnsubscribeFromMail.mayStop(mail) || contact(mail).map(Contact::verified).orElse(true);
	}

	/** Whether to wait until it is known where its person can be written to. */
	boolean mayStillBeKnown(Mail mail, Instant now) {
		return mail.createdAt().plus(PATIENCE).isAfter(now);
	}

	/** As the mail log shows an address. */
	static String masked(String address) {
		var at = address.lastIndexOf('@');
		return address.charAt(0) + "***@" + ((at >= 0 && at + 1 < address.length()) ? address.charAt(at + 1) : "")
				+ "***";
	}

}
