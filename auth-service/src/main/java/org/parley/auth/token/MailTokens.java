package org.parley.auth.token;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.digest.RandomText;
import org.parley.auth.digest.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Makes secrets for mails, 256 random bits each, and takes them back once. */
@Component
public class MailTokens {

	private final MongoOperations mongo;

	private final RandomGenerator random;

	private final InstantSource clock;

	MailTokens(MongoOperations mongo, RandomGenerator random, InstantSource clock) {
		this.mongo = mongo;
		this.random = random;
		this.clock = clock;
	}

	/** A new one; those before it go on to count, as mails may overtake each other. */
	public Issued issue(Purpose purpose, String owner) {
		return issueAbout(purpose, owner, null);
	}

	/** The same, about an address. */
	public Issued issue(Purpose purpose, String owner, String address) {
		return issueAbout(purpose, owner, address);
	}

	private Issued issueAbout(Purpose purpose, String owner, @Nullable String address) {
		var text = RandomText.next(this.random);
		var expiresAt = this.clock.instant().plus(purpose.lifetime());
		this.mongo.insert(new MailToken(Sha256.hex(text), purpose, owner, expiresAt, address,
				(address != null) ? address.toLowerCase(Locale.ROOT) : null));
		return new Issued(text, expiresAt);
	}

	/** Whose it is; it goes on to count. */
	public Optional<String> ownerOf(Purpose purpose, String text) {
		return Optional.ofNullable(this.mongo.findOne(live(purpose, text), MailToken.class)).map(MailToken::owner);
	}

	/**
	 * Takes it, and with it all others that were sent to its owner for the same purpose.
	 * @throws InvalidLinkException when it was never one, was used, or counts no more
	 */
	public String redeem(Purpose purpose, String text) {
		return remove(purpose, text).owner();
	}

	/**
	 * Takes one that is about an address, and all others as above.
	 * @throws InvalidLinkException as above
	 */
	public Link take(Purpose purpose, String text) {
		var token = remove(purpose, text);
		return new Link(token.owner(), Objects.requireNonNull(token.address(), "It is about no address"));
	}

	private MailToken remove(Purpose purpose, String text) {
		var token = this.mongo.findAndRemove(live(purpose, text), MailToken.class);
		if (token == null) {
			throw new InvalidLinkException();
		}
		forget(purpose, token.owner());
		return token;
	}

	/** Whether somebody other than this person may still go back to an address. */
	public boolean isHeld(String address, String person) {
		return this.mongo.exists(new Query(Criteria.where("addressKey")
			.is(address.toLowerCase(Locale.ROOT))
			.and("purpose")
			.is(Purpose.EMAIL_CHANGE_UNDO)
			.and("expiresAt")
			.gt(this.clock.instant())
			.and("owner")
			.ne(person)), MailToken.class);
	}

	/** Takes back all that were sent to somebody for a purpose. */
	public void forget(Purpose purpose, String owner) {
		this.mongo.remove(new Query(Criteria.where("owner").is(owner).and("purpose").is(purpose)), MailToken.class);
	}

	/** Stands in for the owner of an address that nobody has, and does not tell it. */
	public static String standIn(String address) {
		return "nobody:" + Sha256.hex(address);
	}

	private Query live(Purpose purpose, String text) {
		return new Query(Criteria.where("_id")
			.is(Sha256.hex(text))
			.and("purpose")
			.is(purpose)
			.and("expiresAt")
			.gt(this.clock.instant()));
	}

	/**
	 * What a link about an address was for.
	 *
	 * @param owner whose account
	 * @param address which address
	 */
	public record Link(String owner, String address) {

		@Override
		public String toString() {
			return "Link[owner=" + this.owner + "]";
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
