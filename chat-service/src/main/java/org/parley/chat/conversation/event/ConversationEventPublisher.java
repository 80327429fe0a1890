package org.parley.chat.conversation.event;

import java.time.Instant;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Membership;
import org.parley.chat.person.ChatPersonReference;

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
	public void publishStarted(Conversation conversation, ChatPersonReference person, long version) {
		this.publisher.publishEvent(new MembershipChanged("membership.started", ConversationReference.of(conversation),
				person, version, conversation.lastSeq()));
	}

	/** Publishes that a person is no longer a member. */
	public void publishEnded(Conversation conversation, ChatPersonReference person) {
		this.publisher.publishEvent(new MembershipChanged("membership.ended", ConversationReference.of(conversation),
				person, conversation.memberChanges(), null));
	}

	/** Publishes that a member has muted or unmuted a conversation. */
	public void publishMuted(Conversation conversation, ChatPersonReference person, Membership muted, Instant now) {
		this.publisher.publishEvent(new MembershipMuted(ConversationReference.of(conversation), person, now,
				muted.mutedUntil(), muted.version(), muted.muteVersion()));
	}

	private void publish(String type, Conversation conversation) {
		this.publisher.publishEvent(new ConversationChanged(type, ConversationData.of(conversation)));
	}

}
