package org.parley.auth.tokens.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A sign-in of a user: live until it is ended or expires. */
@Document("sessions")
@CompoundIndex(def = "{'userId': 1, 'endedAt': 1, '_id': -1}")
@CompoundIndex(def = "{'lastUsedAt': 1}")
public class UserSession extends AbstractAggregateRoot<UserSession> {

	/** The most refreshes in a minute. */
	static final int MOST_REFRESHES = 30;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Id
	private final String id;

	private final String userId;

	private final Instant createdAt;

	/** When its owner proved who they are; null at the creation. */
	private final @Nullable Instant provenAt;

	private String device;

	private String address;

	private Instant lastUsedAt;

	/** A job ends and deletes expired sessions; MongoDB does so only if none has run. */
	@Indexed(expireAfter = "7d", useGeneratedName = true)
	private Instant expiresAt;

	private @Nullable Instant endedAt;

	/** When the first of the {@link #refreshes} was; null before it. */
	private @Nullable Instant refreshedSince;

	/** How many there were within a minute. */
	private int refreshes;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	UserSession(String id, String userId, Instant createdAt, @Nullable Instant provenAt, String device, String address,
			Instant lastUsedAt, Instant expiresAt, @Nullable Instant endedAt, long version) {
		this.id = id;
		this.userId = userId;
		this.createdAt = createdAt;
		this.provenAt = provenAt;
		this.device = device;
		this.address = address;
		this.lastUsedAt = lastUsedAt;
		this.expiresAt = expiresAt;
		this.endedAt = endedAt;
		this.version = version;
	}

	/**
	 * Opens a session.
	 * @param provenAt when the user proved who they are; null, or a later time, for now
	 */
	public static UserSession open(String userId, ClientDevice client, Instant now, Duration lifetime,
			@Nullable Instant provenAt) {
		return new UserSession(Ids.next(), userId, now, (provenAt != null && provenAt.isBefore(now)) ? provenAt : null,
				client.device(), client.address(), now, now.plus(lifetime), null, 0);
	}

	/**
	 * Records a use and prolongs the session.
	 * @param longest the maximum lifetime of a session
	 */
	public void use(ClientDevice client, Instant now, Duration lifetime, Duration longest) {
		this.device = client.device();
		this.address = client.address();
		this.lastUsedAt = now;
		var end = this.createdAt.plus(longest);
		this.expiresAt = now.plus(lifetime).isBefore(end) ? now.plus(lifetime) : end;
	}

	/**
	 * Counts a refresh.
	 * @throws RefusalException 429 {@code limit.exceeded}
	 */
	public void countRefresh(Instant now) {
		if (this.refreshedSince == null || Duration.between(this.refreshedSince, now).abs().compareTo(MINUTE) >= 0) {
			this.refreshedSince = now;
			this.refreshes = 0;
		}
		if (this.refreshes == MOST_REFRESHES) {
			throw RefusalException.later(RefusalKind.LIMITED, "limit.exceeded",
					"This session was refreshed too often. Wait before you refresh it again.",
					Duration.between(now, this.refreshedSince.plus(MINUTE)));
		}
		this.refreshes++;
	}

	/** Ends the session. Does nothing if it has ended before. */
	public void end(SessionEndReason reason, Instant now) {
		if (this.endedAt != null) {
			return;
		}
		this.endedAt = now;
		registerEvent(SessionRevoked.ofSession(this.userId, this.id, reason.json()));
	}

	/** Whether tokens of this session are valid. */
	public boolean isLive(Instant now) {
		return this.endedAt == null && now.isBefore(this.expiresAt);
	}

	/**
	 * Whether its owner has proved who they are so lately that they need no other proof.
	 */
	public boolean isRecent(Instant now, Duration recent) {
		return now.isBefore(Objects.requireNonNullElse(this.provenAt, this.createdAt).plus(recent));
	}

	public String id() {
		return this.id;
	}

	public String userId() {
		return this.userId;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	String device() {
		return this.device;
	}

	String address() {
		return this.address;
	}

	public Instant lastUsedAt() {
		return this.lastUsedAt;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof UserSession session && session.id.equals(this.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	/** Widens the access for tests. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

}
