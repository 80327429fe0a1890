package org.parley.auth.signin.admission.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Permission of a user for a number of newcomers, or for one mail address, to register.
 */
@Document("invitations")
@CompoundIndex(def = "{'hash': 1}", unique = true)
@CompoundIndex(def = "{'invitedBy': 1, '_id': 1}")
class Invitation {

	static final Duration DEFAULT = Duration.ofDays(7);

	static final Duration LONGEST = Duration.ofDays(90);

	/** How many newcomers one invitation of an ordinary user may bring. */
	private static final int USES_OF_USERS = 5;

	@Id
	private final String id;

	/** Unique index. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private final String hash;

	private final String invitedBy;

	private final @Nullable String email;

	private final @Nullable String note;

	private final int uses;

	private final Instant createdAt;

	@Indexed(expireAfter = "0s", useGeneratedName = true)
	private final Instant expiresAt;

	private final List<String> groups;

	private int left;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	Invitation(String id, String hash, String invitedBy, @Nullable String email, @Nullable String note, int uses,
			Instant createdAt, Instant expiresAt, @Nullable List<String> groups, int left, long version) {
		this.id = id;
		this.hash = hash;
		this.invitedBy = invitedBy;
		this.email = email;
		this.note = note;
		this.uses = uses;
		this.createdAt = createdAt;
		this.expiresAt = expiresAt;
		this.groups = Objects.requireNonNullElse(groups, List.of());
		this.left = left;
		this.version = version;
	}

	/**
	 * Issues an invitation.
	 * @throws RefusalException 400 about {@code uses} and {@code expiresAt}
	 */
	static Invitation issue(String id, OpaqueSecret secret, InvitationRequest request, User inviter, Instant now) {
		var uses = request.times();
		var end = (request.expiresAt() != null) ? request.expiresAt() : now.plus(DEFAULT);
		RefusalException.checkAll(() -> requireUses(uses, request, inviter), () -> requireEnd(end, now));
		return new Invitation(id, secret.hash(), inviter.id(),
				(request.email() != null) ? User.addressOf(request.email()) : null, request.note(), uses, now,
				end.truncatedTo(ChronoUnit.MILLIS), request.into(), uses, 0);
	}

	private static void requireUses(int uses, InvitationRequest request, User inviter) {
		if (request.email() != null && uses != 1) {
			throw RefusalException.field("uses", "invitation.uses", "must be 1 for one mail address");
		}
		if (inviter.role() == Role.USER && uses > USES_OF_USERS) {
			throw RefusalException.field("uses", "invitation.uses", "must be 1 to %d".formatted(USES_OF_USERS));
		}
	}

	private static void requireEnd(Instant end, Instant now) {
		if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
			throw RefusalException.field("expiresAt", "invitation.expiry",
					"must be in the future, within %d days".formatted(LONGEST.toDays()));
		}
	}

	/**
	 * Whether this user may issue it: only administrators invite into groups, and
	 * ordinary users invite few at a time.
	 */
	boolean mayBeOf(User inviter) {
		return (this.groups.isEmpty() || inviter.role() == Role.ADMIN)
				&& (inviter.role() != Role.USER || this.uses <= USES_OF_USERS);
	}

	/** Uses the invitation for one newcomer. */
	void use() {
		this.left--;
	}

	boolean isLive(Instant now) {
		return this.left > 0 && now.isBefore(this.expiresAt);
	}

	/** Whether a newcomer with this address may use it. */
	boolean isFor(String address) {
		return this.email == null || User.emailKeyOf(this.email).equals(User.emailKeyOf(address));
	}

	String id() {
		return this.id;
	}

	String invitedBy() {
		return this.invitedBy;
	}

	/** The only address that can use it, to which alone it was sent; null if any can. */
	@Nullable String email() {
		return this.email;
	}

	@Nullable String note() {
		return this.note;
	}

	/** Ids of the groups that newcomers join. */
	List<String> groups() {
		return this.groups;
	}

	int uses() {
		return this.uses;
	}

	int left() {
		return this.left;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

}
