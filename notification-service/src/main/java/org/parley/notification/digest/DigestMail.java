package org.parley.notification.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
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
import org.parley.notification.notification.UnreadCounter;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.Preferences;
import org.parley.notification.preference.SetPreferences;
import org.parley.platform.jobs.Job;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Writes to those who want to hear of several things at once, at eight in the morning
 * where they are; on Mondays to those who want it once a week. A run that comes late
 * makes up for it until noon.
 */
@Component
class DigestMail implements Job {

	private static final Logger log = LoggerFactory.getLogger(DigestMail.class);

	private static final int EIGHT = 8;

	private static final int NOON = 12;

	private static final int PAGE = 200;

	private static final Set<MailTiming> DIGESTS = EnumSet.of(MailTiming.DAILY, MailTiming.WEEKLY);

	private final SetPreferences setPreferences;

	private final Contacts contacts;

	private final UnreadCounter unreadCounter;

	private final SendMail sendMail;

	private final UnitOfWork work;

	private final InstantSource clock;

	DigestMail(SetPreferences setPreferences, Contacts contacts, UnreadCounter unreadCounter, SendMail sendMail,
			UnitOfWork work, InstantSource clock) {
		this.setPreferences = setPreferences;
		this.contacts = contacts;
		this.unreadCounter = unreadCounter;
		this.sendMail = sendMail;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "digest-mail";
	}

	@Override
	public String schedule() {
		return "0 0 * * * *";
	}

	@Override
	public String run() {
		var written = 0L;
		var failed = new AtomicLong();
		var page = page(null);
		while (!page.isEmpty()) {
			written += page.stream().flatMap(this::due).filter((digest) -> isWrittenQuietly(digest, failed)).count();
			page = page(page.getLast().userId());
		}
		if (failed.get() > 0) {
			throw new IllegalStateException("%d digests are on their way, %d are not".formatted(written, failed.get()));
		}
		return "%d digests are on their way".formatted(written);
	}

	/** What fails for one person fails for nobody else; the next run tries them again. */
	private boolean isWrittenQuietly(Digest digest, AtomicLong failed) {
		try {
			return isWritten(digest);
		}
		catch (RuntimeException ex) {
			failed.incrementAndGet();
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("A digest could not be written");
			return false;
		}
	}

	private List<Preferences> page(@Nullable String after) {
		return this.setPreferences.wantingDigests(DIGESTS, after, PAGE);
	}

	private Stream<Digest> due(Preferences preferences) {
		return this.contacts.of(preferences.userId())
			.filter(Contact::verified)
			.stream()
			.flatMap((contact) -> Stream.of(MailTiming.DAILY, MailTiming.WEEKLY)
				.map((timing) -> new Digest(preferences, timing, now(contact))))
			.filter(Digest::isDue);
	}

	private ZonedDateTime now(Contact contact) {
		return this.clock.instant().atZone(contact.zone());
	}

	private boolean isWritten(Digest digest) {
		return this.work.run(() -> {
			var items = this.unreadCounter.by(digest.userId(), digest.preferences().written(digest.timing()),
					digest.since(), digest.until());
			if (!items.isEmpty()) {
				this.sendMail.send(digest.mail(items));
			}
			return !items.isEmpty();
		});
	}

	/** One mail that may be due. */
	private record Digest(Preferences preferences, MailTiming timing, ZonedDateTime now) {

		String userId() {
			return this.preferences.userId();
		}

		boolean isDue() {
			var day = this.timing == MailTiming.DAILY || this.now.getDayOfWeek() == DayOfWeek.MONDAY;
			return day && this.now.getHour() >= EIGHT && this.now.getHour() < NOON
					&& !this.preferences.written(this.timing).isEmpty();
		}

		/**
		 * From eight to eight, however late this is: so nothing is left out, and nothing
		 * comes twice.
		 */
		Instant until() {
			return this.now.with(LocalTime.of(EIGHT, 0)).toInstant();
		}

		Instant since() {
			var eight = this.now.with(LocalTime.of(EIGHT, 0));
			return ((this.timing == MailTiming.DAILY) ? eight.minusDays(1) : eight.minusWeeks(1)).toInstant();
		}

		/** Its key makes it the only one of its day. */
		NewMail mail(List<NewMail.Item> items) {
			var key = "digest:%s:%s:%s".formatted(this.userId(), this.timing, this.now.toLocalDate());
			return NewMail.toPerson(key, MailTemplate.DIGEST, this.userId(), Map.of()).listing(items);
		}

	}

}
