package org.parley.notification.mail.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailState;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.delivery.MailHeaders.MailThread;

import static org.assertj.core.api.Assertions.assertThat;

class MailThreadTests {

	private static final String ID = "01KAG3A1B2C3D4E5F6G7H8J9K0";

	@Test
	void mailsAboutOneThreadHangTogether() {
		var first = headers(MailTemplate.NOTIFICATION, "/threads/" + ID + "?post=2");
		assertThat(first).isEqualTo(headers(MailTemplate.NOTIFICATION, "/threads/" + ID + "?post=7"))
			.containsOnly(Map.entry("References", "<threads-" + ID + "@forum.example.org>"),
					Map.entry("In-Reply-To", "<threads-" + ID + "@forum.example.org>"),
					Map.entry("List-Id", "<" + ID + ".threads.forum.example.org>"));
	}

	@ParameterizedTest
	@CsvSource({ "/social/posts/, social-posts", "/chat/, chat", "/threads/, threads",
			"/moderation/cases/, moderation-cases" })
	void eachKindHasItsOwnThreads(String path, String kind) {
		assertThat(headers(MailTemplate.NOTIFICATION, path + ID)).containsEntry("List-Id",
				"<%s.%s.forum.example.org>".formatted(ID, kind));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "", "/notifications", "/threads/short",
			"/threads/01KAG3A1B2C3D4E5F6G7H8J9K0\r\nBcc: x", "https://example.org/threads/01KAG3A1B2C3D4E5F6G7H8J9K0" })
	void otherLinksBeginNoThread(String link) {
		assertThat(headers(MailTemplate.NOTIFICATION, link)).isEmpty();
	}

	@Test
	void digestBelongsToNoThread() {
		assertThat(headers(MailTemplate.DIGEST, "/threads/" + ID)).isEmpty();
	}

	private static Map<String, String> headers(MailTemplate template, String link) {
		var mail = new Mail("m", "k", template, "u", null, null, null, Map.of("link", link), List.of(), null,
				MailState.WAITING, 2, 0, null, null, Instant.EPOCH, null, null, null, null, null, null, null);
		return MailThread.headers(mail, "forum.example.org");
	}

}
