package org.parley.chat.person;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.account.AccountStatus;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person who may talk: a projection of the account in auth-service.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param status whether the person may write
 * @param verified whether the email address is verified
 * @param version the version of the account; 0 before the first event about it
 */
@Document("people")
public record ChatPerson(@Id String id, String username, String displayName, @Nullable String avatarUrl,
		AccountStatus status, boolean verified, long version) {

	/** Creates a person from a token, for a first write that precedes any event. */
	static ChatPerson of(Caller caller) {
		return new ChatPerson(caller.id(), caller.username(), caller.displayName(), null, AccountStatus.ACTIVE, false,
				0);
	}

	/** The person as shown to others. */
	public ChatPersonView view() {
		return new ChatPersonView(this.id, this.username, this.displayName, this.avatarUrl);
	}

	/** The person as named in events. */
	public PersonReference reference() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

}
