package org.parley.social.relation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.privacy.DeletedUser;
import org.parley.social.person.SocialPerson;
import org.parley.social.person.SocialPersonView;

/**
 * A reader, and what separates them from some people. It is the only place that decides
 * who may see whom. Suspended people read as guests.
 *
 * @param id the id of the reader; null for guests
 * @param people the people, by id
 * @param followed those of them whom the reader follows with approval
 * @param separated those of them whom a block separates from the reader, either way
 */
public record SocialReader(@Nullable String id, Map<String, SocialPerson> people, Set<String> followed,
		Set<String> separated) {

	public boolean is(String personId) {
		return personId.equals(this.id);
	}

	public boolean follows(String personId) {
		return this.followed.contains(personId);
	}

	/**
	 * Whether a person exists for the reader: neither erased nor separated by a block.
	 */
	public boolean meets(String personId) {
		var person = this.people.get(personId);
		return person != null && !person.isDeleted() && !this.separated.contains(personId);
	}

	/** Whether everybody may see a person's public posts. */
	public boolean isOpen(String personId) {
		var person = this.people.get(personId);
		return person != null && !person.closed();
	}

	/** Whether the reader may see a person's lists and public posts. */
	public boolean mayVisit(String personId) {
		var person = this.people.get(personId);
		return person != null && meets(personId) && (!person.closed() || is(personId) || follows(personId));
	}

	/** Whether the reader may see what a person shows to their followers. */
	public boolean isConfidant(String personId) {
		return meets(personId) && (is(personId) || follows(personId));
	}

	/** The visibilities of a person's posts that the reader may see. */
	public Set<SocialVisibility> visibilities(String authorId) {
		var visible = EnumSet.allOf(SocialVisibility.class);
		visible.removeIf((visibility) -> !is(authorId)
				&& !(meets(authorId) && visibility.permits(() -> !isOpen(authorId), () -> follows(authorId))));
		return visible;
	}

	public SocialPersonView show(String personId) {
		var person = this.people.get(personId);
		return (person != null) ? person.view()
				: new SocialPersonView(personId, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME, null);
	}

}
