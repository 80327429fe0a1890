package org.parley.chat.overview;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.chat.category.ChatCategories;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Participation;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages;
import org.parley.chat.message.view.MessageView;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.person.ChatPersonView;
import org.parley.contracts.chat.ConversationKind;

import org.springframework.stereotype.Component;

/** Shows conversations to a member, with at most four queries for a page. */
@Component
class ConversationViews {

	private final Messages messages;

	private final MessageViews messageViews;

	private final ChatPeople people;

	private final ChatCategories categories;

	private final RecentOverview recent;

	private final InstantSource clock;

	ConversationViews(Messages messages, MessageViews messageViews, ChatPeople people, ChatCategories categories,
			RecentOverview recent, InstantSource clock) {
		this.recent = recent;
		this.messages = messages;
		this.messageViews = messageViews;
		this.people = people;
		this.categories = categories;
		this.clock = clock;
	}

	/** Shows one conversation. */
	ConversationView of(Participation participation) {
		return of(List.of(participation)).getFirst();
	}

	/** Shows conversations of one person, in their order. */
	List<ConversationView> of(List<Participation> participations) {
		if (this.recent.isNeeded()) {
			return participations.stream().map(this::withoutDatabase).toList();
		}
		var unread = this.messages.unread(participations.stream().filter(Participation::isBehind).toList());
		var last = this.messages.byId(participations.stream()
			.flatMap((participation) -> Stream.ofNullable(participation.conversation().lastMessageId()))
			.toList());
		var people = this.people.shown(people(participations, last));
		var lastViews = views(participations, last, people);
		return participations.stream().map((participation) -> {
			var id = participation.conversation().id();
			return view(participation, unread.getOrDefault(id, 0L), lastViews.get(id),
					views(participation.conversation().firstMembers(), people));
		}).toList();
	}

	/** Members whom Redis does not know are left out. */
	private ConversationView withoutDatabase(Participation participation) {
		var people = this.people.known(Set.copyOf(participation.conversation().firstMembers()));
		var found = this.recent.find(participation);
		var members = participation.conversation().firstMembers().stream().filter(people::containsKey).toList();
		return view(participation, found.unread(), found.last(), views(members, people));
	}

	private static List<ChatPersonView> views(List<String> members, Map<String, ChatPerson> people) {
		return members.stream().map((id) -> MessageViews.person(id, people)).toList();
	}

	private ConversationView view(Participation participation, long unread, @Nullable MessageView last,
			List<ChatPersonView> members) {
		var conversation = participation.conversation();
		var membership = participation.membership();
		return new ConversationView(conversation.id(), conversation.kind(), conversation.name(),
				conversation.description(), this.categories.slug(conversation.categoryId()), conversation.ownerId(),
				members, conversation.memberCount(), last, membership.position(), unread, mutedUntil(membership),
				conversation.createdAt(), participation.updatedAt(), conversation.version());
	}

	private @Nullable Instant mutedUntil(Membership membership) {
		return membership.isMuted(this.clock.instant()) ? membership.mutedUntil() : null;
	}

	private Map<String, MessageView> views(List<Participation> participations, Map<String, Message> last,
			Map<String, ChatPerson> people) {
		if (last.isEmpty()) {
			return Map.of();
		}
		var readerId = participations.getFirst().membership().personId();
		return this.messageViews.of(List.copyOf(last.values()), readerId, people)
			.stream()
			.collect(Collectors.toUnmodifiableMap(MessageView::conversationId, Function.identity()));
	}

	private static Set<String> people(List<Participation> participations, Map<String, Message> last) {
		var ids = new HashSet<String>();
		participations.forEach((participation) -> ids.addAll(participation.conversation().firstMembers()));
		last.values().forEach((message) -> ids.add(message.authorId()));
		return ids;
	}

	/**
	 * A conversation as a member sees it.
	 *
	 * @param kind {@code direct}, {@code group} or {@code room}
	 * @param name the name; a direct conversation has none
	 * @param category the slug of the category whose readers may enter the room
	 * @param ownerId the id of the creator; in a group the one who invites and removes
	 * members
	 * @param members the first five members, in the order of joining
	 * @param readSeq the number of the last message that the reader has read
	 * @param unreadCount the number of later messages of others
	 * @param mutedUntil when notifications resume; null if they are on
	 * @param updatedAt the time of the last message or change, or of the reader's join if
	 * that is later
	 * @param version increases with every change of the conversation itself
	 */
	record ConversationView(String id, ConversationKind kind, @Nullable String name, @Nullable String description,
			@Nullable String category, String ownerId, List<ChatPersonView> members, int memberCount,
			@Nullable MessageView lastMessage, long readSeq, long unreadCount, @Nullable Instant mutedUntil,
			Instant createdAt, Instant updatedAt, long version) {
	}

}
