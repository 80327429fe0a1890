package org.parley.auth.oauth.person;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;

import org.springframework.stereotype.Component;

/** For whom apps may act, and how far. */
@Component
public class BrowserUsers {

	/** Given to Parley's own clients by other means, never to an app. */
	public static final String FIRST_PARTY = "parley";

	private static final String MODERATION = "moderation";

	private static final String ADMIN = "admin";

	private final Users users;

	private final VerificationSettings verification;

	private final InstantSource clock;

	BrowserUsers(Users users, VerificationSettings verification, InstantSource clock) {
		this.users = users;
		this.verification = verification;
		this.clock = clock;
	}

	/**
	 * That person, unless they are banned, leaving, or have not shown that their address
	 * is theirs where they must.
	 */
	public Optional<User> admitted(String id) {
		return this.users.findById(id)
			.filter((user) -> user.isEmailVerified() || !this.verification.required())
			.filter((user) -> user.erasureAt() == null && user.refusal(this.clock.instant()).isEmpty());
	}

	/** Whether a token of that version counts for that person. */
	public boolean counts(String id, long version) {
		return admitted(id).filter((user) -> version >= user.tokenVersion()).isPresent();
	}

	/** Of some scopes those that somebody of that role may give. */
	public static Set<String> given(Set<String> scopes, Role role) {
		var given = new TreeSet<>(scopes);
		given.remove(FIRST_PARTY);
		if (role == Role.USER) {
			given.remove(MODERATION);
		}
		if (role != Role.ADMIN) {
			given.remove(ADMIN);
		}
		return given;
	}

	/** Holds the account as this transaction has read it, so that no ban is missed. */
	public void hold(String id, String grant) {
		this.users.forceConflict(id, grant);
	}

}
