package org.parley.webhook.mail.inbound;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails of machines are recognised by their headers. */
class AutomaticMailsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; type=vacation",
			"auto-submitted: Auto-Notified (out of office)", "Precedence: bulk", "Precedence: LIST",
			"Precedence: auto_reply", "List-Id: <dev.example.org>", "List-Unsubscribe: <https://example.org>",
			"X-Autoreply: yes", "X-Auto-Response-Suppress: All", "Return-Path: <>",
			"Content-Type: multipart/report; report-type=delivery-status; boundary=x",
			"Message-ID: <01KAG3M2M4N6P8Q0R2S4T6V8X0@forum.example.org>", "X-PM-Metadata-mail: x",
			"X-Failed-Recipients: a@example.org", "X-Autorespond: Vacation" })
	void mailsOfMachinesAreRecognised(String header) {
		assertThat(AutomaticMails.include(mail(header), "forum.example.org")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: no", "Auto-Submitted: No (a person)", "Precedence: first-class",
			"Return-Path: <alice@example.com>", "Content-Type: multipart/alternative; boundary=report",
			"Message-ID: <01KAG3M2M4N6P8Q0R2S4T6V8X0@mail.example.com>", "Message-ID: <CAF@forum.example.org>",
			"In-Reply-To: <01KAG3M2M4N6P8Q0R2S4T6V8X0@forum.example.org>", "X-Auto-Response-Suppress: OOF",
			"Thread-Topic: List-Id", "Feedback-ID: 53478694:user:proton" })
	void mailsOfPeopleAreNot(String header) {
		assertThat(AutomaticMails.include(mail(header), "forum.example.org")).isFalse();
	}

	@Test
	void authorIsOneAddress() {
		assertThat(mail("From: \"Example, Alice\" <alice@example.com>").author()).contains("alice@example.com");
		for (var from : List.of("From: a@example.com, b@example.com", "From: nonsense", "From: <>", "To: a@example.com",
				"From: a@example.com\r\nFrom: b@example.com")) {
			assertThat(mail(from).author()).as(from).isEmpty();
		}
	}

	private static InboundMail mail(String headers) {
		return new InboundMail(SendGridMails.headers(headers), List.of(), new InboundMail.Content("", "", ""),
				List.of(), new AuthenticationResults());
	}

}
