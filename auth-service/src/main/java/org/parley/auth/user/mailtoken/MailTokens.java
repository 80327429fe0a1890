package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Issues and redeems mailed secrets of 256 random bits. Every change of a credential
 * invalidates them, except those that restore an address.
 */
@Component
public class MailTokens {

	/** The owners have asked for nothing, so they may take their time. */
	private static final Duration FIRST_PASSWORD = Duration.ofDays(30);

	private final MongoOperations mongo;

	private final Users users;

	private final RandomGenerator random;

	private final InstantSource clock;

	MailTokens(MongoOperations mongo, Users users, RandomGenerator random, InstantSource clock) {
		this.mongo = mongo;
		this.users = users;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Issues a secret; earlier ones stay valid, because mails can overtake each other.
	 */
	public Issued issue(MailTokenPurpose purpose, User owner) {
		return issue(purpose, owner.id(), owner.linkVersion(), null, null);
	}

	/**
	 * Issues a secret by which the owner of an account that others have created chooses
	 * the first password.
	 */
	Issued issueFirst(User owner) {
		return issue(MailTokenPurpose.PASSWORD_RESET, FIRST_PASSWORD, owner.id(), owner.linkVersion(), null, null);
	}

	/** Issues a secret that concerns an address. */
	public Issued issue(MailTokenPurpose purpose, User owner, String address) {
		return issue(purpose, owner.id(), owner.linkVersion(), address, null);
	}

	/** Issues a secret that restores the owner's present address. */
	public Issued issueUndo(User owner, Instant since) {
		return issue(MailTokenPurpose.EMAIL_CHANGE_UNDO, owner.id(), owner.linkVersion(), owner.email(), since);
	}

	/** Issues a useless secret for an unknown address, so that the timing is the same. */
	public Issued issueDecoy(MailTokenPurpose purpose, String decoyOwner) {
		return issue(purpose, decoyOwner, 0, null, null);
	}

	private Issued issue(MailTokenPurpose purpose, String owner, int linkVersion, @Nullable String address,
			@Nullable Instant since) {
		return issue(purpose, purpose.lifetime(), owner, linkVersion, address, since);
	}

	private Issued issue(MailTokenPurpose purpose, Duration lifetime, String owner, int linkVersion,
			@Nullable String address, @Nullable Instant since) {
		var text = RandomText.next(this.random);
		var expiresAt = this.clock.instant().plus(lifetime);
		this.mongo.insert(new MailToken(Sha256.hex(text), purpose, owner, linkVersion, expiresAt, address,
				(address != null) ? User.emailKeyOf(address) : null, since));
		return new Issued(text, expiresAt);
	}

	/** Finds the owner of a valid secret without redeeming it. */
	public Optional<User> findOwner(MailTokenPurpose purpose, String text) {
		return Optional.ofNullable(this.mongo.findOne(live(purpose, text), MailToken.class)).flatMap(this::owner);
	}

	/**
	 * Redeems a secret and deletes its owner's other secrets for the same purpose.
	 * @throws InvalidLinkException if the secret is unknown, used, expired or invalidated
	 */
	public User redeem(MailTokenPurpose purpose, String text) {
		var token = remove(purpose, text);
		deleteAll(purpose, token.owner());
		return owner(token).orElseThrow(InvalidLinkException::new);
	}

	/**
	 * Redeems a secret that concerns an address, like {@link #redeem}.
	 * @throws InvalidLinkException if the secret is unknown, used, expired or invalidated
	 */
	public Link redeemAddressLink(MailTokenPurpose purpose, String text) {
		var token = remove(purpose, text);
		deleteAll(purpose, token.owner());
		return link(token);
	}

	/**
	 * Redeems a secret that restores an address, and deletes those of later changes.
	 * Secrets that restore earlier addresses stay valid.
	 * @throws InvalidLinkException if the secret is unknown, used or expired
	 */
	public Link redeemUndo(String text) {
		var token = remove(MailTokenPurpose.EMAIL_CHANGE_UNDO, text);
		this.mongo.remove(new Query(ownedBy(token.purpose(), token.owner()).and("expiresAt").gte(token.expiresAt())),
				MailToken.class);
		return link(token);
	}

	private MailToken remove(MailTokenPurpose purpose, String text) {
		var token = this.mongo.findAndRemove(live(purpose, text), MailToken.class);
		if (token == null) {
			throw new InvalidLinkException();
		}
		return token;
	}

	private Link link(MailToken token) {
		var owner = owner(token).orElseThrow(InvalidLinkException::new);
		return new Link(owner, Objects.requireNonNull(token.address(), "The secret concerns no address"),
				Objects.requireNonNullElseGet(token.since(), token::issuedAt));
	}

	private Optional<User> owner(MailToken token) {
		return this.users.findById(token.owner()).filter(token::isValidFor);
	}

	/** Whether another user may still restore this address. */
	public boolean isReserved(String address, String userId) {
		return this.mongo.exists(new Query(Criteria.where("addressKey")
			.is(User.emailKeyOf(address))
			.and("purpose")
			.is(MailTokenPurpose.EMAIL_CHANGE_UNDO)
			.and("expiresAt")
			.gt(this.clock.instant())
			.and("owner")
			.ne(userId)), MailToken.class);
	}

	/** Deletes all secrets of an owner for a purpose. */
	public void deleteAll(MailTokenPurpose purpose, String owner) {
		this.mongo.remove(new Query(ownedBy(purpose, owner)), MailToken.class);
	}

	private static Criteria ownedBy(MailTokenPurpose purpose, String owner) {
		return Criteria.where("owner").is(owner).and("purpose").is(purpose);
	}

	/** A stand-in for the owner of an unknown address, which it does not reveal. */
	public static String decoyOwner(String address) {
		return "nobody:" + Sha256.hex(address);
	}

	private Query live(MailTokenPurpose purpose, String text) {
		return new Query(Criteria.where("_id")
			.is(Sha256.hex(text))
			.and("purpose")
			.is(purpose)
			.and("expiresAt")
			.gt(this.clock.instant()));
	}

	/**
	 * A redeemed link that concerns an address.
	 *
	 * @param since when the change of address was requested
	 */
	public record Link(User owner, String address, Instant since) {

		@Override
		public String toString() {
			return "Link[owner=" + this.owner.id() + "]";
		}

	}

	/**
	 * An issued secret.
	 *
	 * @param text 43 characters of base64url
	 */
	public record Issued(String text, Instant expiresAt) {

		@Override
		public String toString() {
			return "Issued[***]";
		}

	}

}
