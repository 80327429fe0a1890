package org.parley.platform.readmodels.category;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.platform.domain.Caller;

/**
 * The least role that an operation requires. Each audience has all rights of those before
 * it. A caller's audience follows from the roles that the access token covers.
 */
public enum Audience implements LowerCaseName {

	EVERYONE("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINS("admin");

	private final String role;

	Audience(String role) {
		this.role = role;
	}

	/** The audience of a caller; null is an anonymous caller. */
	public static Audience of(@Nullable Caller caller) {
		return (caller != null && caller.isPerson()) ? ofRoles(caller.roles()) : EVERYONE;
	}

	/** The audience of a person with these roles. */
	public static Audience ofRoles(Collection<String> roles) {
		return Stream.of(ADMINS, MODERATORS)
			.filter((audience) -> roles.contains(audience.role))
			.findFirst()
			.orElse(MEMBERS);
	}

	/** Whether this audience has all the rights of the other. */
	public boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

	/**
	 * The readers of a category, as events name their role. A role that this version does
	 * not know restricts reading to administrators.
	 */
	public static Audience ofReaders(@Nullable String role) {
		return ofRole(role).orElse(ADMINS);
	}

	/**
	 * The audience of a role, as events name it; empty for a role that this version does
	 * not know, which grants a person nothing.
	 */
	public static Optional<Audience> ofRole(@Nullable String role) {
		return Arrays.stream(values()).filter((audience) -> audience.role.equals(role)).findFirst();
	}

	/** The least role, as events name it. */
	public String role() {
		return this.role;
	}

}
