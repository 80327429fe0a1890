package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.parley.contracts.SealedEventSecret;
import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.suppression.Suppressions;
import org.parley.notification.mail.suppression.Suppressions.MailedAddress;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.stereotype.Component;

/** Finds the addresses of mails. */
@Component
public class MailAddresses {

	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	private final Contacts contacts;

	private final EventSecretCipher eventSecretCipher;

	private final Suppressions suppressions;

	MailAddresses(Contacts contacts, EventSecretCipher eventSecretCipher, Suppressions suppressions) {
		this.contacts = contacts;
		this.eventSecretCipher = eventSecretCipher;
		this.suppressions = suppressions;
	}

	Optional<Contact> findContact(Mail mail) {
		return this.contacts.find(mail.userId());
	}

	/** The address of the mail, or the contact address of its user. */
	Optional<String> findAddress(Mail mail) {
		return (mail.address() != null)
				? Optional.of(this.eventSecretCipher.open(new SealedEventSecret(mail.address())))
				: findContact(mail).map(Contact::address);
	}

	/** The address to which the mail was or will be sent; empty if it is unknown. */
	public Optional<MailedAddress> mailed(Mail mail) {
		if (mail.addressKey() != null) {
			return Optional.of(new MailedAddress(mail.userId(), mail.addressKey(), String.valueOf(mail.sentTo())));
		}
		return (mail.doneAt() != null) ? Optional.empty() : findAddress(mail).map((address) -> mailed(mail, address));
	}

	static MailedAddress mailed(Mail mail, String address) {
		return new MailedAddress(mail.userId(), MailedAddress.keyOf(address), mask(address));
	}

	/** Whether the mail may be sent although the address may be unverified. */
	boolean isAllowed(Mail mail) {
		return !UnsubscribeFromMail.isOptional(mail) || findContact(mail).map(Contact::verified).orElse(true);
	}

	/** Whether the mail may be sent to an address that may be suppressed. */
	boolean permits(Mail mail, String address) {
		return this.suppressions.permits(mail, address);
	}

	/** Whether the address of its user, or the key of its secrets, may still arrive. */
	boolean isStillExpected(Mail mail, Instant now) {
		return mail.createdAt().plus(LONGEST_WAIT).isAfter(now);
	}

	/** The masked address for the mail log. */
	static String mask(String address) {
		var at = address.lastIndexOf('@');
		return address.charAt(0) + "***@" + ((at >= 0 && at + 1 < address.length()) ? address.charAt(at + 1) : "")
				+ "***";
	}

}
