package org.parley.notification.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.contact.IsolatedText;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.UserPreferences;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds who wants mails about messages, and in which language. */
@Component
class MessageMailRecipients {

	private final RecipientPeople recipientPeople;

	private final UserPreferences userPreferences;

	private final Contacts contacts;

	private final MessageSource wordings;

	MessageMailRecipients(RecipientPeople recipientPeople, UserPreferences userPreferences, Contacts contacts,
			MessageSource wordings) {
		this.recipientPeople = recipientPeople;
		this.userPreferences = userPreferences;
		this.contacts = contacts;
		this.wordings = wordings;
	}

	/** The person, unless they are banned, want no mail or have no verified address. */
	Optional<MailRecipient> find(String personId) {
		var preferences = this.userPreferences.get(personId);
		if (preferences.choice(NotificationKind.MESSAGE).mail() != MailTiming.NOW
				|| this.recipientPeople.findById(personId).filter(RecipientPerson::isActive).isEmpty()) {
			return Optional.empty();
		}
		return this.contacts.find(personId)
			.filter(Contact::verified)
			.map((contact) -> new MailRecipient(this.wordings, contact, preferences));
	}

	/**
	 * A person who wants a mail.
	 *
	 * @param wordings the texts
	 */
	record MailRecipient(MessageSource wordings, Contact contact, Preferences preferences) {

		boolean isListing() {
			return this.preferences.choice(NotificationKind.MESSAGE).inApp();
		}

		/** The end of the person's quiet hours; empty if they are not now. */
		Optional<Instant> findQuietEnd(Instant now) {
			return this.preferences.findQuietEnd(now, this.contact.zone());
		}

		String title(ConversationPlace conversation, int count) {
			var arguments = new ArrayList<Object>();
			arguments.add(count);
			arguments.add("");
			conversation.values().forEach((value) -> arguments.add(IsolatedText.in(this.contact.locale(), value)));
			var wording = arguments.size() > 2 ? "mail-group" : "mail";
			return this.wordings.getMessage("notification.message-" + wording + ".title", arguments.toArray(),
					this.contact.locale());
		}

	}

}
