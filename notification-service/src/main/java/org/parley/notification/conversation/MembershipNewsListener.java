package org.parley.notification.conversation;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.contracts.chat.MembershipMuted;
import org.parley.notification.conversation.RecipientMembership.MuteChange;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Keeps the members of conversations, and adapts their notifications. */
@EventConsumer("notifications")
class MembershipNewsListener {

	private final NotifyMembers notifyMembers;

	private final RecipientMemberships memberships;

	MembershipNewsListener(NotifyMembers notifyMembers, RecipientMemberships memberships) {
		this.notifyMembers = notifyMembers;
		this.memberships = memberships;
	}

	@EventHandler("membership.started")
	void onStarted(MembershipChanged event) {
		if (!event.conversation().isRoom()) {
			var exists = this.memberships.claim(event.conversation().id());
			var known = this.memberships.find(event.person().id(), ConversationPlace.of(event.conversation()));
			this.notifyMembers.adapt(known, known.changed(event, exists));
		}
	}

	@EventHandler("membership.ended")
	void onEnded(MembershipChanged event) {
		if (!event.conversation().isRoom()) {
			this.memberships.claim(event.conversation().id());
			var known = this.memberships.find(event.person().id(), ConversationPlace.of(event.conversation()));
			this.notifyMembers.adapt(known, known.changed(event, false));
		}
	}

	@EventHandler("membership.muted")
	void onMuted(MembershipMuted event) {
		if (!event.conversation().isRoom()) {
			this.memberships.claim(event.conversation().id());
			var known = this.memberships.find(event.person().id(), ConversationPlace.of(event.conversation()));
			this.notifyMembers.adapt(known,
					known.muted(new MuteChange(event.membership(), event.version(), event.mutedAt(), event.until())));
		}
	}

	@EventHandler("conversation.removed")
	void onRemoved(ConversationChanged event) {
		if (event.conversation().kind() != ConversationKind.ROOM) {
			this.memberships.claim(event.conversation().id());
			this.memberships.remove(event.conversation().id());
			this.memberships.findMembers(event.conversation().id())
				.forEach((member) -> this.notifyMembers.adapt(member, member.ended()));
		}
	}

}
