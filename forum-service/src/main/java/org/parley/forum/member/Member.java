package org.parley.forum.member;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.account.AccountStatus;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member of the forum: a projection of the account in auth-service.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param status whether the member may write
 * @param verified whether the email address is verified
 * @param groups the ids of the member's groups
 * @param version the version of the account; 0 before the first event about it
 */
@Document("members")
@CompoundIndex(def = "{'nameTerms': 1}")
@CompoundIndex(name = "displayName", def = "{'displayName': 1}", collation = "{'locale': 'en', 'strength': 1}")
public record Member(@Id String id, String username, String displayName, @Nullable String avatarUrl,
		AccountStatus status, boolean verified, List<String> groups, long version) {

	/** Reads a stored member; old documents lack some fields. */
	@PersistenceCreator
	static Member stored(String id, String username, String displayName, @Nullable String avatarUrl,
			AccountStatus status, @Nullable Boolean verified, @Nullable List<String> groups, @Nullable Long version) {
		return new Member(id, username, displayName, avatarUrl, status, Boolean.TRUE.equals(verified),
				(groups != null) ? groups : List.of(), (version != null) ? version : 0);
	}

	/** Creates a member from a token, for a first write that precedes any event. */
	static Member of(Caller caller) {
		return new Member(caller.id(), caller.username(), caller.displayName(), null, AccountStatus.ACTIVE, false,
				List.copyOf(caller.groups()), 0);
	}

	/** The member as shown to others. */
	public PersonView person() {
		return new PersonView(this.id, this.username, this.displayName, this.avatarUrl);
	}

	/** The member as named in events. */
	public PersonReference signature() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

	public boolean isActive() {
		return this.status == AccountStatus.ACTIVE;
	}

}
