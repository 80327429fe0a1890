package org.parley.notification.conversation;

import java.util.function.BiFunction;

import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.ConversationReference;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.contracts.chat.MembershipMuted;
import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.contracts.chat.PositionChanged;
import org.parley.notification.conversation.RecipientMembership.MuteChange;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Keeps the members of conversations, and notifies them of messages; rooms notify nobody.
 */
@EventConsumer("notifications")
class ConversationListener {

	private final NotifyMembers notifyMembers;

	private final RecipientMemberships memberships;

	ConversationListener(NotifyMembers notifyMembers, RecipientMemberships memberships) {
		this.notifyMembers = notifyMembers;
		this.memberships = memberships;
	}

	@EventHandler({ "message.created", "message.restored" })
	void on(MessageChanged event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.notifyOf(KnownMessage.of(event), ConversationPlace.of(event.conversation()));
		}
	}

	@EventHandler("message.removed")
	void on(MessageRemoved event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.withdraw(KnownMessage.of(event));
		}
	}

	@EventHandler("conversation.changed")
	void on(ConversationChanged event) {
		if (event.conversation().kind() != ConversationKind.ROOM) {
			this.notifyMembers.name(ConversationPlace.of(event.conversation()), event.conversation().version());
		}
	}

	@EventHandler("membership.started")
	void onStarted(MembershipChanged event) {
		change(event.conversation(), event.person(), (known, exists) -> known.changed(event, exists));
	}

	@EventHandler("membership.ended")
	void onEnded(MembershipChanged event) {
		change(event.conversation(), event.person(), (known, _) -> known.changed(event, false));
	}

	@EventHandler("membership.muted")
	void on(MembershipMuted event) {
		var mute = new MuteChange(event.membership(), event.version(), event.mutedAt(), event.until());
		change(event.conversation(), event.person(), (known, _) -> known.muted(mute));
	}

	@EventHandler("position.changed")
	void on(PositionChanged event) {
		change(event.conversation(), event.person(), (known, _) -> known.read(event.seq()));
	}

	/** Changes a membership, and says whether its conversation exists. */
	private void change(ConversationReference conversation, PersonReference person,
			BiFunction<RecipientMembership, Boolean, RecipientMembership> change) {
		if (!conversation.isRoom()) {
			var claimed = this.memberships.claim(conversation.id());
			var known = this.memberships.find(person.id(), claimed.present(ConversationPlace.of(conversation)));
			this.notifyMembers.adapt(known, change.apply(known, claimed.exists()));
		}
	}

}
