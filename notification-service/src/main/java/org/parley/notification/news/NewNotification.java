package org.parley.notification.news;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.CategoryRights;
import org.parley.notification.contact.Contact;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.Preferences;

/**
 * News that a user receives.
 *
 * @param contact the contact of the user; null if it is unknown
 */
public record NewNotification(PersonalNews news, Preferences preferences, @Nullable Contact contact) {

	/** The channels that the user has chosen for this kind of news. */
	public ChannelChoice choice() {
		return this.preferences.choice(this.news.news().kind());
	}

	/** The end of the user's quiet hours; empty if they are not now. */
	public Optional<Instant> findQuietEnd(Instant now) {
		return this.preferences.findQuietEnd(now, Contact.zoneOf(this.contact));
	}

	/** Whether the user may read the place of the news; empty if that is unknown. */
	public Optional<Boolean> mayBeRead(CategoryRights rights) {
		var place = this.news.news().place();
		return (place != null) ? rights.mayRead(place.categoryId(), this.news.person().rights()) : Optional.of(true);
	}

	/** The language of the user; English by default. */
	public Locale locale() {
		return (this.contact != null) ? this.contact.locale() : Locale.ENGLISH;
	}

	/** Whether it is sent to the devices of the user. */
	public boolean isPushed() {
		return this.preferences.hasDevices() && this.preferences.isPushed(this.news.news().kind());
	}

	/** Whether the user gets it in no way. */
	public boolean isSilent() {
		return choice().isSilent() && !isPushed();
	}

	/**
	 * Whether a mail is sent at once: not to an unverified address, nor about a post that
	 * the user gets by mail anyway.
	 */
	public boolean isMailed() {
		return this.news.news().kind().isMailedAtOnce() && choice().mail() == MailTiming.NOW
				&& (this.contact == null || this.contact.verified()) && !isMailedWithEveryPost();
	}

	private boolean isMailedWithEveryPost() {
		var place = this.news.news().place();
		return place != null && this.news.news().kind().isAboutPost()
				&& this.preferences.wantsEveryPost(place.categoryId());
	}

}
