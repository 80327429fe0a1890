package org.parley.realtime.presence;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.parley.platform.domain.Caller;
import org.parley.realtime.access.conversation.ConversationRights;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.kind.RoomKind;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Decides who may see whose presence: followers, and members of a common conversation in
 * which the person has written, or whom the person follows, unless a block separates
 * them. So nobody can watch a person by opening a conversation with them.
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
		var companions = this.conversationRights.companionsAmong(people, caller);
		var shown = new HashSet<>(companions.writers());
		var silent = new HashSet<>(companions.all());
		silent.removeAll(shown);
		shown.addAll(this.follows.findFollowersAmong(silent, caller.id()));
		shown.addAll(this.follows.followedAmong(people, caller.id()));
		shown.add(caller.id());
		var visible = new LinkedHashSet<>(people);
		visible.retainAll(shown);
		visible.removeAll(this.blocks.separatedFrom(caller.id()));
		return visible;
	}

	/**
	 * Finds those of some rooms whose conversations a person is a member of, with the
	 * readers to whom each shows the person's presence.
	 */
	Map<String, Predicate<String>> receivers(String personId, Collection<String> rooms) {
		var receivers = new LinkedHashMap<String, Predicate<String>>();
		var followed = SingletonSupplier.of(() -> this.follows.followedBy(personId));
		for (var room : rooms) {
			if (RoomKind.of(room).filter(RoomKind.CONVERSATION::equals).isPresent()) {
				var members = this.conversationRights.members(RoomKind.CONVERSATION.id(room));
				if (members.writers().contains(personId)) {
					receivers.put(room, isNotSeparatedFrom(personId));
				}
				else if (members.all().contains(personId)) {
					receivers.put(room, isNotSeparatedFrom(personId)
						.and((reader) -> reader.equals(personId) || followed.obtain().contains(reader)));
				}
			}
		}
		return receivers;
	}

	private Predicate<String> isNotSeparatedFrom(String personId) {
		var separated = this.blocks.separatedFrom(personId);
		return (reader) -> !separated.contains(reader);
	}

}
