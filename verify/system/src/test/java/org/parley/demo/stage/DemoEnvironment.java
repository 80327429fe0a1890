package org.parley.demo.stage;

import java.util.List;
import java.util.function.Function;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LocalMailbox;

/**
 * The mails and secrets that the demo needs besides the gateway.
 *
 * @param webhookSecret signing secret of the webhook provider {@code hmac}
 * @param mailbox returns the mails to an address, newest first
 */
public record DemoEnvironment(String webhookSecret, Function<String, List<Letter>> mailbox) {

	public static DemoEnvironment of(Checkout checkout) {
		return new DemoEnvironment(checkout.webhookSecret(),
				(address) -> LocalMailbox.of(checkout)
					.mails(address)
					.stream()
					.map((mail) -> new Letter(mail.subject(), mail.links()))
					.toList());
	}

	/** A received mail. */
	public record Letter(String subject, List<String> links) {

		public Letter {
			links = List.copyOf(links);
		}

	}

}
