package org.parley.launcher.command;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LocalMailbox;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the mail that Parley has sent.
 */
@Command(name = "mail", description = "Print the mail of the local mailbox, newest first.")
public final class MailCommand implements Runnable {

	@Parameters(arity = "0..1", paramLabel = "address", defaultValue = "", description = "only mail to this address")
	private String address = "";

	@Option(names = "--json", description = "as JSON")
	private boolean json;

	@Override
	public void run() {
		var mails = LocalMailbox.of(Checkout.here()).mails(this.address);
		if (this.json) {
			System.out.println(JsonMapper.shared().writeValueAsString(mails));
			return;
		}
		if (mails.isEmpty()) {
			System.out.println("There is no mail.");
		}
		mails.forEach(MailCommand::print);
	}

	private static void print(LocalMailbox.Mail mail) {
		System.out.println("To: %s%nDate: %s%nSubject: %s%n%n%s%n%s".formatted(mail.to(), mail.date(), mail.subject(),
				mail.text().strip(), "-".repeat(72)));
	}

}
