package org.parley.notification.conversation;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.NotificationKind;
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
		var choice = this.userPreferences.get(personId).choice(NotificationKind.MESSAGE);
		if (choice.mail() != MailTiming.NOW
				|| this.recipientPeople.findById(personId).filter(RecipientPerson::isActive).isEmpty()) {
			return Optional.empty();
		}
		return this.contacts.find(personId)
			.filter(Contact::verified)
			.map((contact) -> new MailRecipient(this.wordings, contact.locale(), choice.inApp()));
	}

	/**
	 * A person who wants a mail.
	 *
	 * @param wordings the texts
	 * @param locale the language
	 * @param isListing whether the list of notifications has messages
	 */
	record MailRecipient(MessageSource wordings, Locale locale, boolean isListing) {

		String title(ConversationNewsData.Place conversation, int count) {
			var arguments = new ArrayList<Object>();
			arguments.add(count);
			arguments.add("");
			arguments.addAll(conversation.values());
			var wording = arguments.size() > 2 ? "mail-group" : "mail";
			return this.wordings.getMessage("notification.message-" + wording + ".title", arguments.toArray(),
					this.locale);
		}

	}

}
