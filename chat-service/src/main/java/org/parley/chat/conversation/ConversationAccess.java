package org.parley.chat.conversation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.chat.category.ChatCategories;
import org.parley.chat.outage.DatabaseMemory;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * Checks who takes part in a conversation: its members, as long as they may read its
 * category. To all others, administrators included, it does not exist.
 */
@Component
public class ConversationAccess {

	private final Conversations conversations;

	private final Memberships memberships;

	private final ChatCategories categories;

	private final DatabaseMemory memory;

	ConversationAccess(Conversations conversations, Memberships memberships, ChatCategories categories,
			DatabaseMemory memory) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.categories = categories;
		this.memory = memory;
	}

	/**
	 * Returns the caller's participation in a conversation. While the database is away,
	 * it is the one of the last ten minutes.
	 * @throws ProblemException 404 {@code conversation.not-found}
	 */
	public Participation require(String id, Caller caller) {
		return this.memory.get(Participation.class, Membership.id(caller.id(), id), () -> {
			var membership = this.memberships.find(id, caller.id()).orElseThrow(ConversationNotFoundException::new);
			return new Participation(readable(id, caller), membership);
		});
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
