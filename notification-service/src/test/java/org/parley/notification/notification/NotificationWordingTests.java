package org.parley.notification.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.preference.MailTiming;
import org.parley.notification.preference.NotificationKind;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Titles say in the language of a user what has happened. */
class NotificationWordingTests {

	private static final RecipientPerson ALICE = new RecipientPerson("alice", "alice", "alice", "Alice",
			List.of("user"), List.of(), 1, null);

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	NotificationWordingTests() {
		this.messages.setBasename("messages");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	/** Roles have words of their own; titles of threads are not translated. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en | reply                         | Bob | Which tomatoes?   | Bob replied in “Which tomatoes?”
					en | reply                         | Bob | title             | Bob replied in “title”
					en | reply                         | Bob | user              | Bob replied in “user”
					en | role                          |     | user              | You are now a member
					de | comment                       | Bob |                   | Bob hat deinen Beitrag kommentiert
					de | reaction-post                 | Bob |                   | Bob hat auf deinen Beitrag reagiert
					de | follow                        | Bob |                   | Bob folgt dir
					en | webhook-failing               |     | hooks.example.com | hooks.example.com has refused every webhook for days, and will be disabled soon
					de | webhook-stopped-failures      |     | hooks.example.com | Webhooks an hooks.example.com wurden nach fünf Tagen voller Fehler deaktiviert
					fr | webhook-stopped-gone          |     | hooks.example.com | Les webhooks vers hooks.example.com ont pris fin : il répond 410 Gone
					tr | webhook-stopped-administrator |     | hooks.example.com | Bir yönetici hooks.example.com adresine giden webhook’ları devre dışı bıraktı
					""")
	void titleIsSentenceInLanguageOfUser(Locale language, String wording, @Nullable String actor,
			@Nullable String value, String title) {
		assertThat(title(language, wording, actor, value)).isEqualTo(title);
	}

	/** The title of several parts names them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | part-down | 1 | a    | a does not answer
			en | part-down | 2 | a, b | 2 parts do not answer: a, b
			de | part-back | 1 | a    | a antwortet wieder
			fr | part-back | 2 | a, b | 2 éléments répondent de nouveau : a, b
			""")
	void titleCountsParts(Locale language, String wording, int count, String parts, String title) {
		var news = NotificationNews.of(NotificationKind.SYSTEM, wording, "source", "/", parts).withCount(count);
		assertThat(title(language, news)).isEqualTo(title);
	}

	@Test
	void overlongTitleIsShortened() {
		assertThat(title(Locale.ENGLISH, "reply", "Bob", "x".repeat(400))).hasSize(300).endsWith("x…");
	}

	/** The longest title of a thread fits: its end closes what isolates it. */
	@ParameterizedTest
	@ValueSource(strings = { "😀", "👨‍👩‍👧‍👦", "שָׁ" })
	void titleEndsBetweenCharacters(String character) {
		assertThat(title(Locale.ENGLISH, "reply", "Bob", character.repeat(200))).endsWith("”")
			.contains(character.repeat(200));
		assertThat(title(Locale.ENGLISH, "reply", "Bob", character.repeat(400))).endsWith(character + "…");
	}

	/** People who store no spelling of their names were stored by an older version. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/people/Bob       | bob    | Bob    | /people/Bob
			/people/Bob       | bob    | -      | /people/Bob
			/people/Bob       | robert | Robert | /people/Robert
			/people/Bob       | robert | -      | /people/robert
			/people/Bob2      | robert | Robert | /people/Bob2
			/threads/a?post=1 | robert | Robert | /threads/a?post=1
			""")
	void profileIsLinkedByPresentUsername(String link, String key, @Nullable String username, String present) {
		var news = NotificationNews.of(NotificationKind.FOLLOW, "follow", "source", link)
			.by(new Actor("bob", "Bob", "Bob"));
		var bob = new RecipientPerson("bob", key, username, "Bob", List.of("user"), List.of(), 1, null);
		assertThat(NotificationWording.link(notification(news), Map.of("bob", bob))).isEqualTo(present);
	}

	private String title(Locale language, String wording, @Nullable String actor, @Nullable String value) {
		var about = NotificationNews.of(NotificationKind.SYSTEM, wording, "source", "/",
				(value != null) ? new String[] { value } : new String[0]);
		return title(language, (actor != null) ? about.by(new Actor("bob", "bob", actor)) : about);
	}

	private static Notification notification(NotificationNews news) {
		var choice = new ChannelChoice(true, true, MailTiming.NONE, null);
		var notification = Notification.of(new PersonalNews(ALICE, news), choice, Instant.EPOCH);
		notification.add(news, choice, Instant.EPOCH);
		return notification;
	}

	private String title(Locale language, NotificationNews news) {
		var notification = notification(news);
		return NotificationWording.title(this.messages, notification, notification.actors(), language);
	}

}
