package org.parley.notification.digest;

import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.notification.DigestChoice;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.UserPreferences;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends daily digests at eight in the morning, in the time zone of each user, and weekly
 * digests on Mondays. A late run catches up in the daytime.
 */
@Component
class DigestMail implements Job {

	private static final Logger log = LoggerFactory.getLogger(DigestMail.class);

	/** Eight o'clock is at a quarter of an hour in every time zone. */
	static final String SCHEDULE = "0 */15 * * * *";

	private static final int PAGE = 200;

	private static final Set<MailTiming> DIGESTS = EnumSet.of(MailTiming.DAILY, MailTiming.WEEKLY);

	private final UserPreferences userPreferences;

	private final Contacts contacts;

	private final DigestChoice digestChoice;

	private final SendMail sendMail;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	DigestMail(UserPreferences userPreferences, Contacts contacts, DigestChoice digestChoice, SendMail sendMail,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.userPreferences = userPreferences;
		this.contacts = contacts;
		this.digestChoice = digestChoice;
		this.sendMail = sendMail;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "digest-mail";
	}

	@Override
	public String schedule() {
		return SCHEDULE;
	}

	@Override
	public String run() {
		var queued = 0L;
		var failed = new AtomicLong();
		var page = findPage(null);
		while (!page.isEmpty()) {
			queued += page.stream().flatMap(this::dueDigests).filter((digest) -> tryQueue(digest, failed)).count();
			page = findPage(page.getLast().userId());
		}
		if (failed.get() > 0) {
			throw new IllegalStateException("%d digests were queued, %d failed".formatted(queued, failed.get()));
		}
		return "%d digests were queued".formatted(queued);
	}

	/** A failure affects only one user; the next run tries again. */
	private boolean tryQueue(Digest digest, AtomicLong failed) {
		try {
			return queue(digest);
		}
		catch (RuntimeException ex) {
			failed.incrementAndGet();
			log.atWarn().setCause(ex).log("Queuing a digest failed");
			return false;
		}
	}

	private List<Preferences> findPage(@Nullable String after) {
		return this.userPreferences.findWithDigest(DIGESTS, after, PAGE);
	}

	private Stream<Digest> dueDigests(Preferences preferences) {
		return this.contacts.find(preferences.userId())
			.filter(Contact::verified)
			.map((contact) -> this.clock.instant().atZone(contact.zone()))
			.stream()
			.flatMap((now) -> DIGESTS.stream()
				.filter((timing) -> !preferences.kindsMailed(timing).isEmpty())
				.flatMap((timing) -> due(preferences, timing, now)));
	}

	private static Stream<Digest> due(Preferences preferences, MailTiming timing, ZonedDateTime now) {
		return DigestPeriod.due(timing, now, preferences.digestedUntil(timing))
			.stream()
			.map((period) -> new Digest(preferences, timing, now, period));
	}

	private boolean queue(Digest digest) {
		return this.unitOfWork.run(() -> {
			var kinds = digest.preferences().kindsMailed(digest.timing());
			var items = this.digestChoice.findUnread(digest.userId(), kinds, digest.period().since(),
					digest.period().until());
			if (!items.isEmpty()) {
				this.sendMail.send(digest.mail(items));
				this.digestChoice.markTold(digest.userId(), kinds);
			}
			this.userPreferences.markDigested(digest.userId(), digest.timing(), digest.period().until());
			return !items.isEmpty();
		});
	}

	/** A digest that is due. */
	private record Digest(Preferences preferences, MailTiming timing, ZonedDateTime now, DigestPeriod period) {

		String userId() {
			return this.preferences.userId();
		}

		/** The key permits one digest of a period, also of two that end on one day. */
		NewMail mail(List<NewMail.Item> items) {
			var key = "digest:%s:%s:%s".formatted(this.userId(), this.timing, this.period.until());
			var quietEnd = this.preferences.findQuietEnd(this.now.toInstant(), this.now.getZone()).orElse(null);
			return NewMail.toPerson(key, MailTemplate.DIGEST, this.userId(), Map.of())
				.listing(items)
				.notBefore(quietEnd);
		}

	}

}
