package org.parley.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the mailbox, configured by environment variables, or by arguments such as
 * {@code PORT=8025}.
 */
final class MailboxApplication {

	private static final Map<String, String> VARIABLES = new HashMap<>(System.getenv());

	private static final String TRAINING = "spring.context.exit";

	private MailboxApplication() {
	}

	static void main(String[] args) throws IOException {
		Stream.of(args).map((argument) -> argument.split("=", 2)).forEach((pair) -> VARIABLES.put(pair[0], pair[1]));
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
		return VARIABLES.getOrDefault(name, defaultValue);
	}

}
