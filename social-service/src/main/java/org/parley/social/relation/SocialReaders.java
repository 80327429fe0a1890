package org.parley.social.relation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.social.person.SocialPeople;

import org.springframework.stereotype.Component;

/** Loads what separates a reader from some people, by three queries for a page. */
@Component
public class SocialReaders {

	private final SocialPeople people;

	private final Follows follows;

	private final Blocks blocks;

	SocialReaders(SocialPeople people, Follows follows, Blocks blocks) {
		this.people = people;
		this.follows = follows;
		this.blocks = blocks;
	}

	/** Loads the rights of a caller, or of a guest, regarding some people. */
	public SocialReader of(@Nullable Caller caller, Collection<String> personIds) {
		return of((caller != null && caller.isPerson()) ? caller.id() : null, personIds);
	}

	/** Loads the rights of a person, or of a guest, regarding some people. */
	public SocialReader of(@Nullable String readerId, Collection<String> personIds) {
		var ids = new HashSet<>(personIds);
		if (readerId != null) {
			ids.add(readerId);
		}
		var found = this.people.find(ids);
		var reader = (readerId != null) ? found.get(readerId) : null;
		if (readerId == null || (reader != null && !reader.isActive())) {
			return new SocialReader(null, found, Set.of(), Set.of());
		}
		return new SocialReader(readerId, found, this.follows.followedAmong(readerId, personIds),
				this.blocks.separatedAmong(readerId, personIds));
	}

}
