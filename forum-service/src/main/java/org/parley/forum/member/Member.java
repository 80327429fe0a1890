package org.parley.forum.member;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person, as the forum knows them.
 *
 * @param id the person's id, given by auth-service
 * @param username unique, without regard to case
 * @param displayName as shown to others
 * @param avatarUrl where their picture is
 * @param status whether they may write
 * @param verified whether their mail address is known to be theirs
 * @param version of the account; 0 until the forum has heard of it
 */
@Document("members")
public record Member(@Id String id, String username, String displayName, @Nullable String avatarUrl,
		MemberStatus status, boolean verified, long version) {

	/** As it is stored; without a version where it was stored before there were any. */
	@PersistenceCreator
	static Member stored(String id, String username, String displayName, @Nullable String avatarUrl,
			MemberStatus status, @Nullable Boolean verified, @Nullable Long version) {
		return new Member(id, username, displayName, avatarUrl, status, Boolean.TRUE.equals(verified),
				(version != null) ? version : 0);
	}

	/** Made from a token, when its person writes before the forum has heard of them. */
	static Member of(Caller caller) {
		return new Member(caller.id(), caller.username(), caller.displayName(), null, MemberStatus.ACTIVE, false, 0);
	}

	/** As others see this person. */
	public PersonView person() {
		return new PersonView(this.id, this.username, this.displayName, this.avatarUrl);
	}

	/** As this person signs events. */
	public PersonReference signature() {
		return new PersonReference(this.id, this.username, this.displayName);
	}

	public boolean isActive() {
		return this.status == MemberStatus.ACTIVE;
	}

	void requireActive() {
		if (!isActive()) {
			throw new MemberBannedException();
		}
	}

	void requireVerified() {
		if (!this.verified) {
			throw new MemberUnverifiedException();
		}
	}

}
