package org.parley.social.person;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.readmodels.account.AccountStatus;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person: a projection of the account in auth-service, with the person's choice who may
 * follow.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param status whether the person may write
 * @param verified whether the email address is verified
 * @param closed whether the account is private: followers are approved
 * @param privacyChanges the number of changes between private and public
 * @param version the version of the account; 0 before the first event about it
 */
@Document("people")
public record SocialPerson(@Id String id, String username, String displayName, @Nullable String avatarUrl,
		AccountStatus status, boolean verified, boolean closed, long privacyChanges, long version) {

	/** Creates a person from a token, for a first write that precedes any event. */
	static SocialPerson of(Caller caller) {
		return new SocialPerson(caller.id(), caller.username(), caller.displayName(), null, AccountStatus.ACTIVE, false,
				false, 0, 0);
	}

	/** The person as shown to others. */
	public SocialPersonView view() {
		return new SocialPersonView(this.id, this.username, this.displayName, this.avatarUrl);
	}

	/** The person as named in events. */
	public PersonReference reference() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

	/** Refers to a person among those who are stored, or to a deleted one. */
	public static PersonReference reference(String id, Map<String, SocialPerson> stored) {
		var person = stored.get(id);
		return (person != null) ? person.reference()
				: new PersonReference(id, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME);
	}

	public boolean isActive() {
		return this.status == AccountStatus.ACTIVE;
	}

	public boolean isDeleted() {
		return this.status == AccountStatus.DELETED;
	}

}
