package org.parley.platform.security.outbound;

import java.net.UnknownHostException;

/** A host name resolves to an address outside the public Internet. */
final class ForbiddenAddressException extends UnknownHostException {

	ForbiddenAddressException() {
		super("The host resolves to an address outside the public Internet");
	}

}
