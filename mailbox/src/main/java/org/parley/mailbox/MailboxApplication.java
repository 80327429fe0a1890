package org.parley.mailbox;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the mailbox, configured by environment variables. */
final class MailboxApplication {

	private static final String TRAINING = "spring.context.exit";

	private MailboxApplication() {
	}

	static void main(String[] args) throws IOException {
		var mails = new StoredMails(Path.of(variable("PARLEY_MAIL_DIR", "mails")));
		var mailbox = new Mailbox(mails, port("PARLEY_SMTP_PORT", "1025"), port("PORT", "8025"));
		mailbox.start();
		if (System.getProperty(TRAINING) != null) {
			mailbox.stop();
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(mailbox::stop));
	}

	private static int port(String name, String defaultValue) {
		return Integer.parseInt(variable(name, defaultValue));
	}

	private static String variable(String name, String defaultValue) {
		return System.getenv().getOrDefault(name, defaultValue);
	}

}
