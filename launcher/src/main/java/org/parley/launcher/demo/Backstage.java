package org.parley.launcher.demo;

import java.util.List;
import java.util.function.Function;

/**
 * What a story needs beside the gateway: what only whoever runs Parley knows.
 *
 * @param webhookSecret with which other systems sign, for the provider {@code hmac}
 * @param mailbox gives the mails to an address, the newest first
 */
public record Backstage(String webhookSecret, Function<String, List<Letter>> mailbox) {

	/**
	 * A mail, as far as the story reads it.
	 *
	 * @param subject of the mail
	 * @param links all that lead somewhere
	 */
	public record Letter(String subject, List<String> links) {

		public Letter {
			links = List.copyOf(links);
		}

	}

}
