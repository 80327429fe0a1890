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

/** Users who may grant access to apps, and the scopes that they may grant. */
@Component
public class BrowserUsers {

	/** Scope of Parley's own clients, which no app may have. */
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
	 * The user, unless they are banned, have closed the account or have not verified a
	 * required address.
	 */
	public Optional<User> findAdmitted(String id) {
		return findActive(id).filter((user) -> user.isEmailVerified() || !this.verification.required());
	}

	/**
	 * The user, if they may grant the scopes. Parley's own clients take users without a
	 * verified address, who ask there for another mail.
	 */
	public Optional<User> findAdmitted(String id, Set<String> scopes) {
		return scopes.contains(FIRST_PARTY) ? findActive(id) : findAdmitted(id);
	}

	private Optional<User> findActive(String id) {
		return this.users.findById(id).filter((user) -> user.isAdmitted(this.clock.instant()));
	}

	public boolean isTokenValid(String id, long version) {
		return findAdmitted(id).filter((user) -> version >= user.tokenVersion()).isPresent();
	}

	/** The scopes that a user of this role may grant. */
	public static Set<String> limitToRole(Set<String> scopes, Role role) {
		var allowed = new TreeSet<>(scopes);
		if (role == Role.USER) {
			allowed.remove(MODERATION);
		}
		if (role != Role.ADMIN) {
			allowed.remove(ADMIN);
		}
		return allowed;
	}

	/** Lets this transaction conflict with concurrent changes, such as a ban. */
	public void hold(String id, String grant) {
		this.users.forceConflict(id, grant);
	}

}
