package org.parley.realtime.presence;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.parley.platform.security.Caller;
import org.parley.realtime.access.conversation.ConversationRights;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.kind.RoomKind;

import org.springframework.stereotype.Component;

/**
 * Decides who may see whose presence: people who share a conversation, and followers,
 * unless a block separates them.
 */
@Component
class PresenceRights {

	private final ConversationRights conversationRights;

	private final RoomFollows follows;

	private final RoomBlocks blocks;

	PresenceRights(ConversationRights conversationRights, RoomFollows follows, RoomBlocks blocks) {
		this.conversationRights = conversationRights;
		this.follows = follows;
		this.blocks = blocks;
	}

	/** Finds those of some people whose presence a caller may see, in their order. */
	Set<String> visibleAmong(Collection<String> people, Caller caller) {
		var shown = this.conversationRights.companionsAmong(people, caller);
		shown.addAll(this.follows.followedAmong(people, caller.id()));
		shown.add(caller.id());
		var visible = new LinkedHashSet<>(people);
		visible.retainAll(shown);
		visible.removeAll(separatedFrom(caller.id()));
		return visible;
	}

	/** Returns those of some rooms whose conversations a person is a member of. */
	List<String> roomsShowing(String personId, Collection<String> rooms) {
		return rooms.stream()
			.filter((room) -> RoomKind.of(room).filter(RoomKind.CONVERSATION::equals).isPresent())
			.filter((room) -> this.conversationRights.members(RoomKind.CONVERSATION.id(room)).contains(personId))
			.toList();
	}

	/** Returns those whom a block separates from a person, either way. */
	Set<String> separatedFrom(String personId) {
		return this.blocks.separatedFrom(personId);
	}

}
