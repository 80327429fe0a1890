package org.parley.notification.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The mail address, language and time zone of a user.
 *
 * @param address mail address; empty if the account is deleted
 * @param verified whether the user has verified the address
 * @param language BCP 47 tag
 * @param timeZone IANA name
 */
@Document("contacts")
@CompoundIndex(name = "address", def = "{'address': 1}", collation = "{'locale': 'en', 'strength': 2}")
public record Contact(@Id String userId, String address, boolean verified, String language, String timeZone,
		long version) {

	public Locale locale() {
		return Locale.forLanguageTag(this.language);
	}

	/** The time zone; UTC if its name is unknown. */
	public ZoneId zone() {
		try {
			return ZoneId.of(this.timeZone);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

	/** The time zone of a user; UTC if the contact is unknown. */
	public static ZoneId zoneOf(@Nullable Contact contact) {
		return (contact != null) ? contact.zone() : ZoneOffset.UTC;
	}

	/** Omits the address, which must not be logged. */
	@Override
	public String toString() {
		return "Contact[userId=" + this.userId + "]";
	}

}
