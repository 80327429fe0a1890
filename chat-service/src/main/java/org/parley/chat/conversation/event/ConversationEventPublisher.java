package org.parley.chat.conversation.event;

import java.time.Instant;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Membership;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationData;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.contracts.chat.MembershipMuted;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the changes of conversations, within the transaction of the caller. */
@Component
public class ConversationEventPublisher {

	private final ApplicationEventPublisher publisher;

	ConversationEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	public void publishCreated(Conversation conversation) {
		publish("conversation.created", conversation);
	}

	public void publishChanged(Conversation conversation) {
		publish("conversation.changed", conversation);
	}

	public void publishRemoved(Conversation conversation) {
		publish("conversation.removed", conversation);
	}

	/** Publishes that a person became a member. */
	public void publishStarted(Conversation conversation, PersonReference person, long version) {
		this.publisher.publishEvent(new MembershipChanged("membership.started", conversation.reference(), person,
				version, conversation.lastSeq()));
	}

	/** Publishes that a person is no longer a member. */
	public void publishEnded(Conversation conversation, PersonReference person) {
		this.publisher.publishEvent(new MembershipChanged("membership.ended", conversation.reference(), person,
				conversation.memberChanges(), null));
	}

	/** Publishes that a member has muted or unmuted a conversation. */
	public void publishMuted(Conversation conversation, PersonReference person, Membership muted, Instant now) {
		this.publisher.publishEvent(new MembershipMuted(conversation.reference(), person, now, muted.mutedUntil(),
				muted.version(), muted.muteVersion()));
	}

	private void publish(String type, Conversation conversation) {
		this.publisher.publishEvent(new ConversationChanged(type,
				new ConversationData(conversation.id(), conversation.kind(), conversation.name(),
						conversation.description(), conversation.categoryId(), conversation.memberCount(),
						conversation.version())));
	}

}
