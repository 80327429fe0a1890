package org.parley.notification.mail.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored standings of addresses. Optional mails to a suppressed address are not sent.
 * Others are, since a person may need them to sign in; but only one a day to an address
 * that bounces.
 */
@Component
public class Suppressions {

	/** Mails in a row that could not be delivered. */
	private static final int MAX_SOFT_BOUNCES = 5;

	/** Marks mails that a server refused, of which no provider reports anything. */
	private static final String REFUSED = "refused ";

	private static final Duration PAUSE = Duration.ofDays(1);

	/** Reasons that a delivered mail refutes. */
	private static final List<SuppressionReason> REFUTABLE = List.of(SuppressionReason.HARD_BOUNCE,
			SuppressionReason.SOFT_BOUNCES);

	private final MongoOperations mongo;

	private final InstantSource clock;

	Suppressions(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Whether a mail may be sent to an address now. */
	public boolean permits(Mail mail, String address) {
		var standing = find(address).orElse(null);
		if (standing == null || standing.reason() == null) {
			return true;
		}
		if (UnsubscribeFromMail.isOptional(mail)) {
			return false;
		}
		return standing.reason() != SuppressionReason.HARD_BOUNCE || claimDay(standing, mail);
	}

	/** The day belongs to one mail, which may need several attempts. */
	private boolean claimDay(AddressStanding standing, Mail mail) {
		var now = this.clock.instant();
		var rested = new Criteria().orOperator(Criteria.where("triedAt").is(null),
				Criteria.where("triedAt").lte(now.minus(PAUSE)), Criteria.where("triedBy").is(mail.id()));
		var claimed = this.mongo.updateFirst(new Query(Criteria.where("_id").is(standing.id()).andOperator(rested)),
				new Update().set("triedAt", now).set("triedBy", mail.id()), AddressStanding.class);
		return claimed.getMatchedCount() == 1;
	}

	/** Suppresses an address, unless it already is for a reason as strong. */
	public void suppress(MailedAddress address, SuppressionReason reason) {
		insert(address);
		var weaker = new Criteria().orOperator(Criteria.where("reason").is(null),
				Criteria.where("reason").in(reason.weaker()));
		this.mongo.updateFirst(new Query(Criteria.where("key").is(address.key()).andOperator(weaker)),
				new Update().set("reason", reason).set("since", this.clock.instant()), AddressStanding.class);
	}

	/** Counts a mail that could not be delivered, once. */
	public void countSoftBounce(MailedAddress address, String mailId) {
		insert(address);
		this.mongo.updateFirst(new Query(Criteria.where("key").is(address.key()).and("reason").is(null)),
				new Update().addToSet("softBounces", mailId), AddressStanding.class);
		if (findByKey(address.key()).filter((standing) -> standing.softBounces().size() >= MAX_SOFT_BOUNCES)
			.isPresent()) {
			suppress(address, SuppressionReason.SOFT_BOUNCES);
		}
	}

	/** Counts a mail that the server of the recipient refused. */
	public void countRefusal(MailedAddress address, String mailId) {
		countSoftBounce(address, REFUSED + mailId);
	}

	/** Forgets the refusals of an address for which a server has accepted a mail. */
	public void recordAcceptance(String key) {
		var refuted = new Criteria().orOperator(Criteria.where("reason").is(null),
				Criteria.where("reason").is(SuppressionReason.SOFT_BOUNCES));
		this.mongo.remove(
				new Query(Criteria.where("key").is(key).and("softBounces").regex("^" + REFUSED).andOperator(refuted)),
				AddressStanding.class);
	}

	/** Forgets the bounces of an address that has received a newer mail. */
	public void recordDelivery(String key, Instant sentAt) {
		var refuted = new Criteria().orOperator(Criteria.where("reason").is(null),
				Criteria.where("reason").in(REFUTABLE).and("since").lt(sentAt));
		this.mongo.remove(new Query(Criteria.where("key").is(key).andOperator(refuted)), AddressStanding.class);
	}

	/** Whether an address is suppressed, and why. */
	Optional<AddressStanding> find(String address) {
		return findByKey(MailedAddress.keyOf(address));
	}

	/** Lifts a suppression; empty if there is none. */
	Optional<AddressStanding> lift(String id) {
		return Optional.ofNullable(this.mongo
			.findAndRemove(new Query(Criteria.where("_id").is(id).and("reason").exists(true)), AddressStanding.class));
	}

	/** The suppressed addresses, newest first. */
	Paged<AddressStanding> findPage(@Nullable SuppressionReason reason, @Nullable String userId, PageQuery page) {
		var suppressed = suppressed(reason);
		if (userId != null) {
			suppressed.addCriteria(Criteria.where("userId").is(userId));
		}
		return new NewestFirst(page, "suppressions").find(this.mongo, suppressed, AddressStanding.class,
				AddressStanding::id);
	}

	/** All suppressed addresses, oldest first, read as they are needed. */
	Stream<AddressStanding> findAll() {
		return this.mongo.stream(suppressed(null).with(Sort.by("_id")), AddressStanding.class);
	}

	private static Query suppressed(@Nullable SuppressionReason reason) {
		return new Query(
				(reason != null) ? Criteria.where("reason").is(reason) : Criteria.where("reason").exists(true));
	}

	private Optional<AddressStanding> findByKey(String key) {
		return Optional.ofNullable(this.mongo.findOne(new Query(Criteria.where("key").is(key)), AddressStanding.class));
	}

	private void insert(MailedAddress address) {
		var first = new Update().setOnInsert("_id", Ids.next())
			.setOnInsert("userId", address.userId())
			.setOnInsert("to", address.masked())
			.setOnInsert("softBounces", List.of());
		ContendedUpsert.write(() -> this.mongo.upsert(new Query(Criteria.where("key").is(address.key())), first,
				AddressStanding.class));
	}

	/**
	 * An address to which a mail was sent.
	 *
	 * @param key hash of the address
	 * @param masked for people
	 */
	public record MailedAddress(String userId, String key, String masked) {

		public static String keyOf(String address) {
			return Sha256.hex(address.toLowerCase(Locale.ROOT));
		}

	}

}
