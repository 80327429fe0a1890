package org.parley.launcher.demo;

import java.util.List;
import java.util.function.Function;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LocalMailbox;

/**
 * What a story needs beside the gateway: what only whoever runs Parley knows.
 *
 * @param webhookSecret with which other systems sign, for the provider {@code hmac}
 * @param mailbox gives the mails to an address, the newest first
 */
public record DemoEnvironment(String webhookSecret, Function<String, List<Letter>> mailbox) {

	/** That of a checkout. */
	public static DemoEnvironment of(Checkout checkout) {
		return new DemoEnvironment(checkout.webhookSecret(),
				(address) -> LocalMailbox.of(checkout)
					.mails(address)
					.stream()
					.map((mail) -> new Letter(mail.subject(), mail.links()))
					.toList());
	}

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
