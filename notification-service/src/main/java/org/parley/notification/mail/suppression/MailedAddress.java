package org.parley.notification.mail.suppression;

import java.util.Locale;

import org.parley.platform.domain.Sha256;

/**
 * An address to which a mail was sent.
 *
 * @param key hash of the address
 * @param masked for people
 */
public record MailedAddress(String userId, String key, String masked) {

	/** The key of an address, in any case. */
	public static String keyOf(String address) {
		return Sha256.hex(address.toLowerCase(Locale.ROOT));
	}

}
