package org.parley.notification.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationSnapshot.ConversationMember;
import org.parley.contracts.chat.MembershipChanged;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The known facts about a person in a conversation. Each event changes it to the same
 * state in any order of events.
 *
 * @param id the ids of the person and the conversation
 * @param conversation the conversation as its last event named it
 * @param member whether the person is a member
 * @param version of the latest change of the membership
 * @param position the number of the last message that the person has read
 * @param mutes the latest changes of the mute
 * @param mailed whether a mail was sent since the person has read the conversation
 * @param dueAt when a mail may be due; null if none is
 */
@Document("chat_members")
@CompoundIndex(def = "{'conversationId': 1, 'member': 1}")
@CompoundIndex(name = "due", def = "{'dueAt': 1}", partialFilter = "{'dueAt': {'$exists': true}}")
record RecipientMembership(@Id String id, String personId, String conversationId, ConversationPlace conversation,
		boolean member, long version, long position, List<MuteChange> mutes, boolean mailed, @Nullable Instant dueAt) {

	private static final int MUTES = 20;

	static String id(String personId, String conversationId) {
		return personId + ":" + conversationId;
	}

	/** A person about whom no event of the conversation has arrived. */
	static RecipientMembership unknown(String personId, ConversationPlace conversation) {
		return new RecipientMembership(id(personId, conversation.id()), personId, conversation.id(), conversation,
				false, 0, 0, List.of(), false, null);
	}

	/** The person has joined or left; a join moves the position to the last message. */
	RecipientMembership changed(MembershipChanged event, boolean isMember) {
		var start = (event.position() != null) ? event.position() : 0;
		return changed(isMember, event.version(), start);
	}

	/** The same membership of the conversation as it is named now. */
	RecipientMembership in(ConversationPlace named) {
		return new RecipientMembership(this.id, this.personId, this.conversationId, named, this.member, this.version,
				this.position, this.mutes, this.mailed, this.dueAt);
	}

	/** The person is a member, and has read as far as a snapshot says. */
	RecipientMembership restored(boolean isMember, ConversationMember state) {
		return changed(isMember, state.version(), state.position()).read(state.position());
	}

	private RecipientMembership changed(boolean isMember, long since, long start) {
		return (since <= this.version) ? this : new RecipientMembership(this.id, this.personId, this.conversationId,
				this.conversation, isMember, since, Math.max(this.position, start), this.mutes, false, null);
	}

	/** The conversation was removed, or the person has left it. */
	RecipientMembership ended() {
		return new RecipientMembership(this.id, this.personId, this.conversationId, this.conversation, false,
				this.version, this.position, this.mutes, false, null);
	}

	/** The person has read further. */
	RecipientMembership read(long seq) {
		return (seq <= this.position) ? this : new RecipientMembership(this.id, this.personId, this.conversationId,
				this.conversation, this.member, this.version, seq, this.mutes, false, null);
	}

	RecipientMembership muted(MuteChange change) {
		var latest = Stream.concat(this.mutes.stream(), Stream.of(change))
			.distinct()
			.sorted(MuteChange.ORDER.reversed())
			.limit(MUTES)
			.toList();
		return new RecipientMembership(this.id, this.personId, this.conversationId, this.conversation, this.member,
				this.version, this.position, latest, this.mailed, this.dueAt);
	}

	/** The same membership with another time of a possible mail. */
	RecipientMembership due(@Nullable Instant at) {
		return new RecipientMembership(this.id, this.personId, this.conversationId, this.conversation, this.member,
				this.version, this.position, this.mutes, this.mailed, this.mailed ? null : at);
	}

	/** The same membership after a mail. */
	RecipientMembership withMail() {
		return new RecipientMembership(this.id, this.personId, this.conversationId, this.conversation, this.member,
				this.version, this.position, this.mutes, true, null);
	}

	/** Whether the person is notified of a message. */
	boolean awaits(KnownMessage message) {
		return this.member && message.shown() && message.seq() > this.position
				&& !message.author().id().equals(this.personId) && !isMuted(message.at());
	}

	/** The last change before a time decides; a membership begins without a mute. */
	boolean isMuted(Instant at) {
		return this.mutes.stream()
			.filter((change) -> change.membership() == this.version && !change.at().isAfter(at))
			.max(MuteChange.ORDER)
			.map(MuteChange::until)
			.filter((until) -> until.isAfter(at))
			.isPresent();
	}

	/**
	 * A change of the mute.
	 *
	 * @param membership the version of the membership
	 * @param version increases with every change
	 * @param until when the mute ends; null if there is none
	 */
	record MuteChange(long membership, long version, Instant at, @Nullable Instant until) {

		static final Comparator<MuteChange> ORDER = Comparator.comparingLong(MuteChange::membership)
			.thenComparingLong(MuteChange::version);

	}

}
