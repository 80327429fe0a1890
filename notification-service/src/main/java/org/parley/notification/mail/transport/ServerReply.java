package org.parley.notification.mail.transport;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a mail server, on one line and without the addresses in them. */
final class ServerReply {

	private static final Pattern ADDRESS = Pattern.compile("<[^<>]{0,300}>|[^\\s<>@]{1,64}@[^\\s<>]{1,255}");

	private static final Pattern BREAK = Pattern.compile("[\\s\\p{Cc}]{1,100}");

	private static final int MOST_READ = 1_000;

	private static final int MOST_SHOWN = 200;

	private ServerReply() {
	}

	static String masked(String reply) {
		var line = BREAK.matcher(truncate(reply, MOST_READ)).replaceAll(" ").strip();
		return truncate(ADDRESS.matcher(line).replaceAll("***"), MOST_SHOWN);
	}

	/** What the deepest cause of a failure says, which is the reply if there is one. */
	static String of(Throwable failure) {
		var deepest = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(10)
			.reduce((_, cause) -> cause)
			.orElse(failure);
		var message = Objects.requireNonNullElse(deepest.getMessage(), "");
		return masked(deepest.getClass().getSimpleName() + ": " + message);
	}

	private static String truncate(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most);
	}

}
