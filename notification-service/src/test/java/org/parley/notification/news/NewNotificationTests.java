package org.parley.notification.news;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.Preferences;

import static org.assertj.core.api.Assertions.assertThat;

class NewNotificationTests {

	private static final RecipientPerson ALICE = new RecipientPerson("alice", "alice", "alice", "Alice",
			List.of("user"), List.of(), 1, "active");

	/** Votes are not pushed by default. */
	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			REPLY, false, NONE, -,     true,  false
			REPLY, false, NONE, true,  true,  false
			REPLY, false, NONE, false, true,  true
			REPLY, false, NONE, -,     false, true
			REPLY, false, NONE, true,  false, true
			VOTE,  false, NONE, -,     true,  true
			VOTE,  true,  NONE, -,     true,  false
			VOTE,  false, NOW,  -,     false, false
			""")
	void newsWithoutChannelAreSilent(NotificationKind kind, boolean listed, MailTiming mail, @Nullable Boolean push,
			boolean hasDevices, boolean silent) {
		var choice = new ChannelChoice(listed, false, mail, push);
		var preferences = new Preferences("alice", Map.of(kind, choice), Set.of(), null, hasDevices, null, null);
		var news = NotificationNews.of(kind, "reply", "source", "/");
		assertThat(new NewNotification(new PersonalNews(ALICE, news), preferences, null).isSilent()).isEqualTo(silent);
	}

}
