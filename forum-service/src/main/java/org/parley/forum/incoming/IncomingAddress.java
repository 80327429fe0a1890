package org.parley.forum.incoming;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An address at which a program posts in the name of the moderator who has created it.
 *
 * @param threadId the thread that it replies to; null if it starts threads
 * @param template the name of the template
 * @param tokenHash the SHA-256 hash of the token
 * @param sealedSecret the secret of signatures; null if requests need none
 * @param roles the present roles of the creator
 * @param rolesVersion the version of the account with these roles
 */
@Document(IncomingAddresses.COLLECTION)
@CompoundIndex(def = "{'categoryId': 1, '_id': -1}")
@CompoundIndex(def = "{'creatorId': 1, '_id': 1}")
record IncomingAddress(@Id String id, String categoryId, @Nullable String threadId, String name, String template,
		String tokenHash, @Nullable String sealedSecret, String creatorId, String creatorName,
		String creatorDisplayName, List<String> roles, long rolesVersion, Instant createdAt, @Nullable Instant usedAt) {

	/** The creator as if they had signed in, with their present roles. */
	Caller creator() {
		return new Caller(this.creatorId, this.creatorName, this.creatorDisplayName, "incoming", Set.copyOf(this.roles),
				Set.of(Caller.FIRST_PARTY));
	}

	IncomingAddressView view() {
		return new IncomingAddressView(this.id, this.name, this.template, this.threadId, this.sealedSecret != null,
				this.creatorName, this.createdAt, this.usedAt);
	}

	@Override
	public String toString() {
		return "IncomingAddress[" + this.id + "]";
	}
}
