package org.parley.chat.conversation.change;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.ConversationNotFoundException;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.conversation.Participation;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MembershipMuted;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Mutes a conversation for a member until a time, or unmutes it. */
@Component
public class MuteConversation {

	private final ConversationAccess access;

	private final Memberships memberships;

	private final ApplicationEventPublisher events;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	MuteConversation(ConversationAccess access, Memberships memberships, ApplicationEventPublisher events,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.access = access;
		this.memberships = memberships;
		this.events = events;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	public Participation mute(String conversationId, @Nullable Instant until, Caller caller) {
		return this.unitOfWork.run(() -> {
			var found = this.access.require(conversationId, caller);
			var muted = this.memberships.mute(found.membership(), until)
				.orElseThrow(ConversationNotFoundException::new);
			var member = new PersonReference(caller.id(), caller.username(), caller.displayName());
			this.events.publishEvent(new MembershipMuted(found.conversation().reference(), member, this.clock.instant(),
					muted.mutedUntil(), muted.version(), muted.muteVersion()));
			return new Participation(found.conversation(), muted);
		});
	}

}
