package org.parley.auth.user.mailtoken;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Makes secrets for mails, 256 random bits each, and takes them back once. They end with
 * each change of what lets their owner in, but for the way back to an address.
 */
@Component
public class MailTokens {

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

	/** A new one; those before it go on to count, as mails may overtake each other. */
	public Issued issue(MailTokenPurpose mailTokenPurpose, User owner) {
		return issue(mailTokenPurpose, owner.id(), owner.linkVersion(), null, null);
	}

	/** The same, about an address. */
	public Issued issue(MailTokenPurpose mailTokenPurpose, User owner, String address) {
		return issue(mailTokenPurpose, owner.id(), owner.linkVersion(), address, null);
	}

	/** The way back to the address that somebody has, and to what they had then. */
	public Issued issueWayBack(User owner, Instant since) {
		return issue(MailTokenPurpose.EMAIL_CHANGE_UNDO, owner.id(), owner.linkVersion(), owner.email(), since);
	}

	/** The same work for an address that nobody has; it is good for nothing. */
	public Issued issueToNobody(MailTokenPurpose mailTokenPurpose, String standIn) {
		return issue(mailTokenPurpose, standIn, 0, null, null);
	}

	private Issued issue(MailTokenPurpose mailTokenPurpose, String owner, int linkVersion, @Nullable String address,
			@Nullable Instant since) {
		var text = RandomText.next(this.random);
		var expiresAt = this.clock.instant().plus(mailTokenPurpose.lifetime());
		this.mongo.insert(new MailToken(Sha256.hex(text), mailTokenPurpose, owner, linkVersion, expiresAt, address,
				(address != null) ? User.emailKeyOf(address) : null, since));
		return new Issued(text, expiresAt);
	}

	/** Whose it is; it goes on to count. */
	public Optional<User> ownerOf(MailTokenPurpose mailTokenPurpose, String text) {
		return Optional.ofNullable(this.mongo.findOne(live(mailTokenPurpose, text), MailToken.class))
			.flatMap(this::owner);
	}

	/**
	 * Takes it, and with it all others that were sent to its owner for the same purpose.
	 * @throws InvalidLinkException when it was never one, was used, or counts no more
	 */
	public User redeem(MailTokenPurpose mailTokenPurpose, String text) {
		var token = remove(mailTokenPurpose, text);
		forget(mailTokenPurpose, token.owner());
		return owner(token).orElseThrow(InvalidLinkException::new);
	}

	/**
	 * Takes one that is about an address, and all others as above.
	 * @throws InvalidLinkException as above
	 */
	public Link take(MailTokenPurpose mailTokenPurpose, String text) {
		var token = remove(mailTokenPurpose, text);
		forget(mailTokenPurpose, token.owner());
		return link(token);
	}

	/**
	 * Takes the way back to an address, and the ways back from where its owner went
	 * later: what came before is undone by those that came before.
	 * @throws InvalidLinkException as above
	 */
	public Link takeWayBack(String text) {
		var token = remove(MailTokenPurpose.EMAIL_CHANGE_UNDO, text);
		this.mongo.remove(new Query(of(token.purpose(), token.owner()).and("expiresAt").gte(token.expiresAt())),
				MailToken.class);
		return link(token);
	}

	private MailToken remove(MailTokenPurpose mailTokenPurpose, String text) {
		var token = this.mongo.findAndRemove(live(mailTokenPurpose, text), MailToken.class);
		if (token == null) {
			throw new InvalidLinkException();
		}
		return token;
	}

	private Link link(MailToken token) {
		var owner = owner(token).orElseThrow(InvalidLinkException::new);
		return new Link(owner, Objects.requireNonNull(token.address(), "It is about no address"),
				Objects.requireNonNullElseGet(token.since(), token::issuedAt));
	}

	private Optional<User> owner(MailToken token) {
		return this.users.findById(token.owner()).filter(token::isOf);
	}

	/** Whether somebody other than this person may still go back to an address. */
	public boolean isHeld(String address, String person) {
		return this.mongo.exists(new Query(Criteria.where("addressKey")
			.is(User.emailKeyOf(address))
			.and("purpose")
			.is(MailTokenPurpose.EMAIL_CHANGE_UNDO)
			.and("expiresAt")
			.gt(this.clock.instant())
			.and("owner")
			.ne(person)), MailToken.class);
	}

	/** Takes back all that were sent to somebody for a purpose. */
	public void forget(MailTokenPurpose mailTokenPurpose, String owner) {
		this.mongo.remove(new Query(of(mailTokenPurpose, owner)), MailToken.class);
	}

	private static Criteria of(MailTokenPurpose mailTokenPurpose, String owner) {
		return Criteria.where("owner").is(owner).and("purpose").is(mailTokenPurpose);
	}

	/** Stands in for the owner of an address that nobody has, and does not tell it. */
	public static String standIn(String address) {
		return "nobody:" + Sha256.hex(address);
	}

	private Query live(MailTokenPurpose mailTokenPurpose, String text) {
		return new Query(Criteria.where("_id")
			.is(Sha256.hex(text))
			.and("purpose")
			.is(mailTokenPurpose)
			.and("expiresAt")
			.gt(this.clock.instant()));
	}

	/**
	 * What a link about an address was for.
	 *
	 * @param owner whose account
	 * @param address which address
	 * @param since when it was asked for, or the change that it undoes was
	 */
	public record Link(User owner, String address, Instant since) {

		@Override
		public String toString() {
			return "Link[owner=" + this.owner.id() + "]";
		}

	}

	/**
	 * A secret on its way.
	 *
	 * @param text base64url, 43 characters
	 * @param expiresAt when it counts no more
	 */
	public record Issued(String text, Instant expiresAt) {

		@Override
		public String toString() {
			return "Issued[***]";
		}

	}

}
