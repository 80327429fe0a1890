package org.parley.forum.member;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.forum.cache.RememberedValues;
import org.parley.forum.cache.ResponseCache;

import org.springframework.stereotype.Component;

/**
 * Members as shown to others. They are remembered until any member changes, so a page
 * that is computed after a change has the new name, even if it is cached.
 */
@Component
public class PersonViews {

	private final Members members;

	private final RememberedValues<PersonView> remembered;

	PersonViews(Members members, ResponseCache cache) {
		this.members = members;
		this.remembered = cache.remember("members");
	}

	/** Returns the stored members among some ids, by id. */
	public Map<String, PersonView> byId(Collection<String> ids) {
		return this.remembered.getAll(ids,
				(missing) -> this.members.byId(missing)
					.values()
					.stream()
					.collect(Collectors.toMap(Member::id, Member::person)));
	}

	/** Call it after the commit of a change of any member. */
	public void forget() {
		this.remembered.invalidate();
	}

}
