package org.parley.contracts.chat;

import java.util.List;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A conversation with the members of a range of its joins. A person who joined in this
 * range, and is not among them, has left. The ranges of all snapshots of a conversation
 * cover it.
 *
 * @param removed whether the conversation was removed; it has no members then
 * @param members the members who joined in the range
 * @param after the version of the membership before the range
 * @param through the last version of the range
 */
@Publishes("conversation.snapshot")
public record ConversationSnapshot(ConversationData conversation, boolean removed, List<ConversationMember> members,
		long after, long through) implements ParleyEvent {

	/**
	 * Whether a membership has ended.
	 * @param version the version of the membership
	 */
	public boolean excludes(String personId, long version) {
		return version > this.after && version <= this.through
				&& this.members.stream().noneMatch((member) -> member.id().equals(personId));
	}

	@Override
	public String subject() {
		return this.conversation.id();
	}

	/**
	 * A member of a conversation.
	 *
	 * @param id the id of the person
	 * @param position the number of the last message that the person has read
	 * @param version the version of the membership
	 */
	public record ConversationMember(String id, long position, long version) {
	}

}
