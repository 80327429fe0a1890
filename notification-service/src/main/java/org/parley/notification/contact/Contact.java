package org.parley.notification.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a person can be written to.
 *
 * @param userId whose
 * @param address of their mail
 * @param verified whether it is known to be theirs
 * @param language BCP 47
 * @param timeZone IANA
 * @param version of the account
 */
@Document("contacts")
public record Contact(@Id String userId, String address, boolean verified, String language, String timeZone,
		long version) {

	public Locale locale() {
		return Locale.forLanguageTag(this.language);
	}

	/** Where their day begins; UTC when nobody knows such a zone. */
	public ZoneId zone() {
		try {
			return ZoneId.of(this.timeZone);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

	/** Without the address, which belongs in no log. */
	@Override
	public String toString() {
		return "Contact[userId=" + this.userId + "]";
	}

}
