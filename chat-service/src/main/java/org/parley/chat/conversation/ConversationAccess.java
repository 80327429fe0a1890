package org.parley.chat.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.chat.category.ChatCategories;
import org.parley.chat.outage.DatabaseMemory;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentEntry;
import org.parley.chat.recent.RecentRange;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Checks who takes part in a conversation: its members, as long as they may read its
 * category. To all others, administrators included, it does not exist.
 */
@Component
public class ConversationAccess {

	private static final String NO_CATEGORY = "-";

	private final Conversations conversations;

	private final Memberships memberships;

	private final ChatCategories categories;

	private final DatabaseMemory memory;

	private final RecentEntries recent;

	private final ReaderMemory readers;

	ConversationAccess(Conversations conversations, Memberships memberships, ChatCategories categories,
			DatabaseMemory memory, RecentEntries recent, ReaderMemory readers) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.categories = categories;
		this.memory = memory;
		this.recent = recent;
		this.readers = readers;
	}

	/**
	 * Returns the caller's participation in a conversation. While the database is away,
	 * it is the one of the last ten minutes.
	 * @throws RefusalException 404 {@code conversation.not-found}
	 */
	public Participation require(String id, Caller caller) {
		if (this.recent.isKnownStranger(id, caller.id())) {
			throw new ConversationNotFoundException();
		}
		return this.memory.get(Participation.class, Membership.id(caller.id(), id), () -> {
			var membership = this.memberships.find(id, caller.id()).orElseThrow(ConversationNotFoundException::new);
			return new Participation(readable(id, caller), membership);
		});
	}

	/**
	 * Requires that the caller takes part in a conversation, and reads some of its recent
	 * messages at once. The database is asked if Redis does not know, and every ten
	 * minutes, so that a reader can write without it.
	 * @throws RefusalException 404 {@code conversation.not-found}
	 */
	public RecentEntry requireReader(String id, Caller caller, RecentRange range) {
		var entry = this.recent.read(id, caller.id(), range);
		if (entry.isStranger()) {
			throw new ConversationNotFoundException();
		}
		var isKnown = entry.isMember() && this.memory.isSatisfied(Participation.class, Membership.id(caller.id(), id));
		var category = isKnown ? entry.description() : Optional.<String>empty();
		if (category.isEmpty()) {
			this.recent.fillMember(entry, caller.id(), category(require(id, caller).conversation()));
		}
		else if (!category.get().equals(NO_CATEGORY) && !this.categories.mayRead(category.get(), caller)) {
			throw new ConversationNotFoundException();
		}
		this.readers.remember(id, caller);
		return entry;
	}

	/**
	 * Returns the caller's participation in a conversation as this process has last seen
	 * it, which is enough for what never changes: its kind, its category and the two
	 * people of a direct one. Redis knows whether the caller is still a member.
	 * @throws RefusalException 404 {@code conversation.not-found}
	 */
	public Participation requireMember(String id, Caller caller) {
		requireReader(id, caller, RecentRange.NONE);
		return this.memory.find(Participation.class, Membership.id(caller.id(), id))
			.orElseGet(() -> require(id, caller));
	}

	private static String category(Conversation conversation) {
		return Objects.requireNonNullElse(conversation.categoryId(), NO_CATEGORY);
	}

	/** Remembers what a member was shown, for times without the database. */
	public void remember(List<Participation> shown) {
		shown.forEach((participation) -> this.memory.put(participation, participation.membership().id()));
	}

	/** Forgets that a person was a member, after the change. */
	public void forget(String conversationId, String personId) {
		this.memory.forget(Participation.class, Membership.id(personId, conversationId));
	}

	/** Returns the conversations of the caller that are known without the database. */
	public List<Participation> known(Caller caller) {
		return this.memory.known(Participation.class, Membership.id(caller.id(), ""))
			.stream()
			.filter((known) -> !this.recent.isKnownStranger(known.conversation().id(), caller.id()))
			.filter((known) -> this.categories.mayRead(known.conversation().categoryId(), caller))
			.toList();
	}

	/** Returns all conversations of the caller. */
	public List<Participation> all(Caller caller) {
		var own = this.memberships.ofPerson(caller.id())
			.stream()
			.collect(Collectors.toMap(Membership::conversationId, Function.identity()));
		return this.conversations.find(own.keySet())
			.stream()
			.filter((conversation) -> this.categories.mayRead(conversation.categoryId(), caller))
			.map((conversation) -> new Participation(conversation, Objects.requireNonNull(own.get(conversation.id()))))
			.toList();
	}

	/** Returns a room that the caller may read, as a member or not. */
	public Conversation requireRoom(String id, Caller caller) {
		var conversation = readable(id, caller);
		if (conversation.kind() != ConversationKind.ROOM) {
			throw new ConversationNotFoundException();
		}
		return conversation;
	}

	private Conversation readable(String id, Caller caller) {
		return this.conversations.find(id)
			.filter((conversation) -> this.categories.mayRead(conversation.categoryId(), caller))
			.orElseThrow(ConversationNotFoundException::new);
	}

}
