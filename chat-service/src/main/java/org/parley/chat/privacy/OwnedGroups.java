package org.parley.chat.privacy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.conversation.change.GroupSuccession;
import org.parley.platform.privacy.PersonalData;

import org.springframework.stereotype.Component;

/**
 * The groups of an erased person, who stays a member as the deleted user and can no
 * longer change them. Memberships name them in the export.
 */
@Component
class OwnedGroups implements PersonalData {

	private final Memberships memberships;

	private final GroupSuccession succession;

	OwnedGroups(Memberships memberships, GroupSuccession succession) {
		this.memberships = memberships;
		this.succession = succession;
	}

	/** Kinds are erased in the order of their names: the person is deleted before. */
	@Override
	public String kind() {
		return "owned-groups";
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return List.of();
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var page = this.memberships.ofPerson(person, after, limit);
		var count = this.succession.passOn(person, page.stream().map(Membership::conversationId).toList());
		return (page.size() < limit) ? Step.end(count) : new Step(count, page.getLast().id());
	}

}
