package org.parley.chat.member;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.overview.ChatPageQuery;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.preference.ChatPreferences;
import org.parley.chat.person.ChatPersonView;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.relation.PersonRelations;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Conversations")
class MemberController {

	private final ConversationAccess access;

	private final Memberships memberships;

	private final ChatPeople people;

	private final ChatPreferences preferences;

	private final PersonRelations relations;

	MemberController(ConversationAccess access, Memberships memberships, ChatPeople people, ChatPreferences preferences,
			PersonRelations relations) {
		this.access = access;
		this.memberships = memberships;
		this.people = people;
		this.preferences = preferences;
		this.relations = relations;
	}

	@GetMapping("/api/v1/chat/conversations/{id}/members")
	@Operation(summary = "List the members of a conversation in the order of joining")
	ResponseEntity<Paged<ConversationMemberView>> list(@PathVariable String id,
			@Valid @ParameterObject ChatPageQuery query, Caller caller) {
		this.access.require(id, caller);
		var page = this.memberships.findPage(id, query);
		return EntityTagResponses.of(new Paged<>(views(page.data(), caller), page.meta()));
	}

	private List<ConversationMemberView> views(List<Membership> memberships, Caller caller) {
		var ids = memberships.stream().map(Membership::personId).collect(Collectors.toSet());
		var people = this.people.byId(ids);
		ids.remove(caller.id());
		var hiding = new HashSet<>(this.preferences.hidingReadingAmong(ids));
		hiding.addAll(this.relations.separatedFrom(caller.id(), ids));
		return memberships.stream()
			.map((membership) -> new ConversationMemberView(MessageViews.person(membership.personId(), people),
					hiding.contains(membership.personId()) ? 0 : membership.position(), membership.joinedAt()))
			.toList();
	}

	/**
	 * A member of a conversation.
	 *
	 * @param readSeq the number of the last message that the member has read; 0 if the
	 * member hides it, or a block separates the reader from the member
	 */
	record ConversationMemberView(ChatPersonView person, long readSeq, Instant joinedAt) {
	}

}
