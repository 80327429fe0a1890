package org.parley.webhook.http;

import java.net.UnknownHostException;

/** A name that stands for an address which nobody outside may make us connect to. */
final class ForbiddenAddressException extends UnknownHostException {

	ForbiddenAddressException() {
		super("The address is not one of the public Internet");
	}

}
