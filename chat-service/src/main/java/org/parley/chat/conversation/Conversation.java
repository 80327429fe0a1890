package org.parley.chat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationData;
import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.ConversationReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A conversation. Its members are {@link Membership}s.
 *
 * @param name the name; a direct conversation has none
 * @param categoryId the category whose readers may enter the room; null for everybody
 * @param ownerId the creator; in a group after they left or were erased the longest
 * member, who invites and removes others
 * @param pair the two people of a direct conversation, sorted, so that it is unique
 * @param firstMembers the ids of up to {@value #FIRST} members, in the order of joining
 * @param memberChanges the number of joins and leaves, which orders them
 * @param lastSeq the number of its last message; messages have no gaps
 * @param updatedAt the time of the last message or change
 * @param version increases with every change of name, description or owner
 */
@Document("conversations")
@CompoundIndex(def = "{'pair': 1}", unique = true, partialFilter = "{'kind': 'DIRECT'}")
@CompoundIndex(name = "rooms", def = "{'kind': 1, '_id': -1}", partialFilter = "{'kind': 'ROOM'}")
@CompoundIndex(name = "written", def = "{'kind': 1, '_id': 1}", partialFilter = "{'lastMessageId': {'$exists': true}}")
public record Conversation(@Id String id, ConversationKind kind, @Nullable String name, @Nullable String description,
		@Nullable String categoryId, String ownerId, @Nullable String pair, List<String> firstMembers, int memberCount,
		long memberChanges, long lastSeq, @Nullable String lastMessageId, boolean removed, Instant createdAt,
		Instant updatedAt, long version) {

	/** The number of members that lists show. */
	public static final int FIRST = 5;

	/** The maximum number of members of a group. */
	public static final int MAX_MEMBERS = 200;

	/** Creates the conversation of two people. */
	public static Conversation direct(String ownerId, String otherId, Instant now) {
		return of(ConversationKind.DIRECT, null, null, null, pair(ownerId, otherId), List.of(ownerId, otherId), now);
	}

	/**
	 * Creates a group.
	 * @param members its creator first
	 */
	public static Conversation group(@Nullable String name, @Nullable String description, List<String> members,
			Instant now) {
		return of(ConversationKind.GROUP, name, description, null, null, members, now);
	}

	/** Creates a room with its creator as the only member. */
	public static Conversation room(String name, @Nullable String description, @Nullable String categoryId,
			String ownerId, Instant now) {
		return of(ConversationKind.ROOM, name, description, categoryId, null, List.of(ownerId), now);
	}

	private static Conversation of(ConversationKind kind, @Nullable String name, @Nullable String description,
			@Nullable String categoryId, @Nullable String pair, List<String> members, Instant now) {
		return new Conversation(Ids.next(), kind, name, description, categoryId, members.getFirst(), pair,
				members.stream().limit(FIRST).toList(), members.size(), members.size(), 0, null, false, now, now, 0);
	}

	/** The key of the conversation of two people. */
	public static String pair(String one, String other) {
		return Stream.of(one, other).sorted().collect(Collectors.joining(":"));
	}

	/** The other person of a direct conversation. */
	public String otherThan(String personId) {
		return this.firstMembers.stream().filter((id) -> !id.equals(personId)).findFirst().orElseThrow();
	}

	public boolean isDirect() {
		return this.kind == ConversationKind.DIRECT;
	}

	public boolean isRoom() {
		return this.kind == ConversationKind.ROOM;
	}

	/** The conversation as events refer to it. */
	public ConversationReference reference() {
		return new ConversationReference(this.id, this.kind, this.name, isLimited() ? true : null);
	}

	/** An event about this state of the conversation. */
	public ConversationChanged event(String type) {
		return new ConversationChanged(type, data());
	}

	/** The conversation as it is in events. */
	public ConversationData data() {
		return new ConversationData(this.id, this.kind, this.name, this.description, this.categoryId, this.memberCount,
				this.version);
	}

	/** Whether only the readers of a category may enter. */
	public boolean isLimited() {
		return this.categoryId != null;
	}

	/** Whether the last member of a group has left it. */
	public boolean isDeserted() {
		return this.kind == ConversationKind.GROUP && this.memberCount == 0;
	}

	/**
	 * Requires that a member may change the conversation, remove it, and add or remove
	 * others: the owner of a group, and those who are administrators now in a room.
	 * Direct conversations stay as they are.
	 * @throws RefusalException 403 {@code conversation.forbidden}
	 */
	public void requireEditor(String memberId, boolean isAdmin) {
		var isEditor = switch (this.kind) {
			case DIRECT -> false;
			case GROUP -> this.ownerId.equals(memberId);
			case ROOM -> isAdmin;
		};
		if (!isEditor) {
			throw RefusalException.forbidden("conversation.forbidden", switch (this.kind) {
				case DIRECT -> "A direct conversation cannot be changed or removed.";
				case GROUP -> "Only the owner of a group may change it.";
				case ROOM -> "Only administrators may change a room.";
			});
		}
	}

	public boolean isGroupOf(String personId) {
		return this.kind == ConversationKind.GROUP && this.ownerId.equals(personId);
	}

	/**
	 * The owner without a member. A group belongs to the next member then.
	 * @param rest the others who can own it, in the order of joining
	 */
	public String ownerWithout(String memberId, List<String> rest) {
		return (rest.isEmpty() || !isGroupOf(memberId)) ? this.ownerId : rest.getFirst();
	}

	/**
	 * Requires that members may be added.
	 * @throws RefusalException 409 {@code conversation.full}
	 */
	public void requireSpace() {
		if (this.kind == ConversationKind.GROUP && this.memberCount >= MAX_MEMBERS) {
			throw RefusalException.conflict("conversation.full",
					"A group has at most %d members.".formatted(MAX_MEMBERS));
		}
	}

	/**
	 * Requires that members may leave.
	 * @throws RefusalException 409 {@code conversation.direct}
	 */
	public void requireLeavable() {
		if (isDirect()) {
			throw RefusalException.conflict("conversation.direct",
					"A direct conversation always has its two members. Mute it instead.");
		}
	}

}
