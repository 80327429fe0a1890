package org.parley.chat.conversation.change;

import java.time.InstantSource;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.ConversationNotFoundException;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.conversation.Participation;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes or removes a group or room. */
@Component
public class EditConversation {

	private final ConversationAccess access;

	private final Conversations conversations;

	private final ApplicationEventPublisher events;

	private final RoomActs acts;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	EditConversation(ConversationAccess access, Conversations conversations, ApplicationEventPublisher events,
			RoomActs acts, UnitOfWork unitOfWork, InstantSource clock) {
		this.access = access;
		this.conversations = conversations;
		this.events = events;
		this.acts = acts;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	public Participation edit(String id, EditConversationRequest request, IfMatch condition, Caller caller) {
		return this.unitOfWork.run(() -> {
			var found = editable(id, condition, caller);
			var before = found.conversation();
			var name = (request.name() != null) ? request.name() : before.name();
			var description = (request.description() != null) ? request.description() : before.description();
			if (Objects.equals(name, before.name()) && Objects.equals(description, before.description())) {
				return found;
			}
			var changed = this.conversations.rename(id, name, description, this.clock.instant())
				.orElseThrow(ConversationNotFoundException::new);
			this.events.publishEvent(changed.event("conversation.changed"));
			this.acts.record(AdministratorAct.ROOM_CHANGED, changed, caller.id(), null);
			return new Participation(changed, found.membership());
		});
	}

	public void remove(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			editable(id, condition, caller);
			var removed = this.conversations.remove(id).orElseThrow(ConversationNotFoundException::new);
			this.events.publishEvent(removed.event("conversation.removed"));
			this.acts.record(AdministratorAct.ROOM_REMOVED, removed, caller.id(), null);
		});
	}

	private Participation editable(String id, IfMatch condition, Caller caller) {
		var found = this.access.require(id, caller);
		found.conversation().requireEditor(caller.id(), caller.isAdmin());
		condition.require(found.conversation().version());
		return found;
	}

	/** Requests a change of a group or room; absent properties stay. */
	public record EditConversationRequest(@ShownName @Nullable String name,
			@StorableText(max = 500, lines = true) @Nullable String description) {

		public EditConversationRequest {
			name = (name != null) ? name.strip() : null;
		}

	}

}
