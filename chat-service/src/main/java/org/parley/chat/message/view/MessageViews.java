package org.parley.chat.message.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.chat.message.Message;
import org.parley.chat.message.RecentMessage;
import org.parley.chat.message.reaction.Reactions;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.person.ChatPersonView;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediaGallery;

import org.springframework.stereotype.Component;

/**
 * Shows messages to members, with one query for all authors, one for reactions, and one
 * for media if there are any.
 */
@Component
public class MessageViews {

	private final ChatPeople people;

	private final Reactions reactions;

	private final KnownMedia knownMedia;

	private final DatabaseWatch watch;

	MessageViews(ChatPeople people, Reactions reactions, KnownMedia knownMedia, DatabaseWatch watch) {
		this.people = people;
		this.reactions = reactions;
		this.knownMedia = knownMedia;
		this.watch = watch;
	}

	/**
	 * Shows messages whose reactions may be known. While the database is away, they are
	 * shown without attachments, and without the reader's own reactions if those are not
	 * known.
	 */
	public List<MessageView> ofRecent(List<RecentMessage> recent, String readerId) {
		var messages = recent.stream().map(RecentMessage::message).toList();
		var people = this.people.shown(messages.stream().map(Message::authorId).collect(Collectors.toSet()));
		var unknown = recent.stream().filter((one) -> one.reactions() == null).map(RecentMessage::message).toList();
		var isUsable = this.watch.isUsable();
		var asked = isUsable ? this.reactions.of(readerId, reactedTo(unknown)) : Map.<String, List<String>>of();
		var gallery = gallery(isUsable ? messages : List.of());
		return recent.stream()
			.map((one) -> MessageView.of(one.message(), person(one.message().authorId(), people),
					gallery.show(isUsable ? one.message().attachments() : List.of(), false), own(one, readerId, asked)))
			.toList();
	}

	private static List<String> own(RecentMessage recent, String readerId, Map<String, List<String>> asked) {
		var known = recent.reactions();
		return (known != null) ? known.getOrDefault(readerId, List.of())
				: asked.getOrDefault(recent.message().id(), List.of());
	}

	/** Shows messages to a reader, in their order. */
	public List<MessageView> of(List<Message> messages, String readerId) {
		var authors = this.people.byId(messages.stream().map(Message::authorId).collect(Collectors.toSet()));
		return of(messages, readerId, authors);
	}

	/** Shows messages whose authors are known. */
	public List<MessageView> of(List<Message> messages, String readerId, Map<String, ChatPerson> people) {
		var own = this.reactions.of(readerId, reactedTo(messages));
		var gallery = gallery(messages);
		return messages.stream()
			.map((message) -> MessageView.of(message, person(message.authorId(), people),
					gallery.show(message.attachments(), false), own.getOrDefault(message.id(), List.of())))
			.toList();
	}

	/** Shows one message to a reader. */
	public MessageView of(Message message, String readerId) {
		return of(List.of(message), readerId).getFirst();
	}

	/** Shows a new message, which nobody has reacted to, to its author. */
	public MessageView ofNew(Message message, ChatPerson author) {
		return MessageView.of(message, author.view(), gallery(List.of(message)).show(message.attachments(), false),
				List.of());
	}

	/** Shows a person; an unknown one as the deleted user. */
	public static ChatPersonView person(String id, Map<String, ChatPerson> people) {
		var person = people.get(id);
		return (person != null) ? person.view()
				: new ChatPersonView(id, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME, null);
	}

	private MediaGallery gallery(List<Message> messages) {
		return this.knownMedia.gallery(messages.stream().flatMap((message) -> message.attachments().stream()).toList());
	}

	private static Collection<String> reactedTo(List<Message> messages) {
		return messages.stream().filter((message) -> !message.shownReactions().isEmpty()).map(Message::id).toList();
	}

}
