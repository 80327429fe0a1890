package org.parley.chat.message.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MessageReported.EarlierText;
import org.parley.contracts.chat.MessageReported.QuotedMessage;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediaGallery;

import org.springframework.stereotype.Component;

/** Quotes messages for moderators, who cannot read conversations. */
@Component
class MessageQuotes {

	/** The number of messages before and after. */
	private static final int AROUND = 5;

	/** The number of the first and of the last earlier texts. */
	private static final int EARLIER = 10;

	private final Messages messages;

	private final ChatPeople people;

	private final KnownMedia knownMedia;

	MessageQuotes(Messages messages, ChatPeople people, KnownMedia knownMedia) {
		this.messages = messages;
		this.people = people;
		this.knownMedia = knownMedia;
	}

	/** Quotes a message with up to five before and after it, oldest first. */
	List<QuotedMessage> around(Message message) {
		var around = this.messages.between(message.conversationId(), message.seq() - AROUND, message.seq() + AROUND);
		var authors = this.people.byId(around.stream().map(Message::authorId).collect(Collectors.toSet()));
		var gallery = this.knownMedia.gallery(around.stream().flatMap((one) -> one.attachments().stream()).toList());
		return around.stream().map((one) -> quote(one, authors, gallery)).toList();
	}

	/**
	 * Quotes the other texts that a message had, oldest first, so that nobody escapes by
	 * editing; null if there are none. A text that returned, such as after a reversal, is
	 * quoted once.
	 */
	@Nullable List<EarlierText> earlier(Message message) {
		var texts = new LinkedHashMap<String, EarlierText>();
		for (var revision : this.messages.earlierTexts(message, EARLIER)) {
			var text = revision.text();
			if (text != null && !text.isEmpty() && !text.equals(message.text())) {
				texts.putIfAbsent(text, new EarlierText(text, revision.version(), revision.replacedAt()));
			}
		}
		return texts.isEmpty() ? null : List.copyOf(texts.values());
	}

	private static QuotedMessage quote(Message message, Map<String, ChatPerson> people, MediaGallery gallery) {
		var author = MessageViews.person(message.authorId(), people);
		var attached = gallery.attach(message.attachments());
		return new QuotedMessage(message.id(), message.seq(),
				new PersonReference(author.id(), author.username(), author.displayName()), message.text(),
				attached.isEmpty() ? null : attached, message.createdAt(), message.textVersion());
	}

}
