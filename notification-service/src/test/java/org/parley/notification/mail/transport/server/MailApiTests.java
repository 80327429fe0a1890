package org.parley.notification.mail.transport.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.mail.MailSettings;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailRoute;
import org.parley.notification.mail.transport.MailServer;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailUnconfirmedException;
import org.parley.notification.mail.transport.OutgoingMail;
import org.parley.localstack.FreePort;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The APIs of SendGrid and Mailgun, with the answers that they document. */
class MailApiTests {

	private static final OutgoingMail MAIL = new OutgoingMail("01KAG3A1B2C3D4E5F6G7H8J9K0",
			"<01KAG3A1B2C3D4E5F6G7H8J9K0@forum.example.org>", "Gärten \"A\" & B", "alice+x@example.com", "Größe = 7",
			"Text & mehr", "<p>Text</p>", Map.of("Reply-To", "reply+0abc-2@reply.example.org", "List-Unsubscribe-Post",
					"List-Unsubscribe=One-Click", "References", "<a@forum.example.org>"));

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final WireMockServer provider = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());

	@BeforeEach
	void start() {
		this.provider.start();
	}

	@AfterEach
	void stop() {
		this.provider.stop();
	}

	@Test
	void sendGridGetsTheMail() {
		answer(aResponse().withStatus(202).withHeader("X-Message-Id", "14c5d75ce93.dfd.64b469"));
		server("sendgrid").send(MAIL);
		var request = this.provider.getAllServeEvents().getFirst().getRequest();
		assertThat(request.getUrl()).isEqualTo("/v3/mail/send");
		assertThat(request.getHeader("Authorization")).isEqualTo("Bearer the/key");
		assertThat(JsonMapper.shared().readTree(request.getBodyAsString())).isEqualTo(JsonMapper.shared()
			.readTree(
					"""
							{"personalizations": [{"to": [{"email": "alice+x@example.com"}],
								"custom_args": {"mail": "01KAG3A1B2C3D4E5F6G7H8J9K0"}}],
							"from": {"email": "noreply@forum.example.org", "name": "Gärten \\"A\\" & B"},
							"reply_to": {"email": "reply+0abc-2@reply.example.org"}, "subject": "Größe = 7",
							"content": [{"type": "text/plain", "value": "Text & mehr"}, {"type": "text/html", "value": "<p>Text</p>"}],
							"headers": {"Message-ID": "<01KAG3A1B2C3D4E5F6G7H8J9K0@forum.example.org>",
								"List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "References": "<a@forum.example.org>"},
							"tracking_settings": {"click_tracking": {"enable": false}, "open_tracking": {"enable": false}}}"""));
	}

	@Test
	void mailgunGetsTheMail() {
		answer(aResponse().withStatus(200)
			.withBody(
					"{\"id\": \"<01KAG3A1B2C3D4E5F6G7H8J9K0@forum.example.org>\", \"message\": \"Queued. Thank you.\"}"));
		server("mailgun").send(MAIL);
		var request = this.provider.getAllServeEvents().getFirst().getRequest();
		assertThat(request.getUrl()).isEqualTo("/v3/mg.example.org/messages");
		assertThat(request.getHeader("Authorization")).isEqualTo("Basic YXBpOnRoZS9rZXk=");
		assertThat(request.formParameters().entrySet().stream())
			.extracting((field) -> field.getKey() + "=" + field.getValue().firstValue())
			.containsExactlyInAnyOrder("from=\"Gärten \\\"A\\\" & B\" <noreply@forum.example.org>",
					"to=alice+x@example.com", "subject=Größe = 7", "text=Text & mehr", "html=<p>Text</p>",
					"o:tracking=no", "v:mail=01KAG3A1B2C3D4E5F6G7H8J9K0",
					"h:Message-Id=<01KAG3A1B2C3D4E5F6G7H8J9K0@forum.example.org>",
					"h:Reply-To=reply+0abc-2@reply.example.org", "h:List-Unsubscribe-Post=List-Unsubscribe=One-Click",
					"h:References=<a@forum.example.org>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sendgrid | 400 | {"errors":[{"message":"Does not contain a valid address.","field":"personalizations.0.to"}]}
					sendgrid | 413 | {"errors":[{"message":"The JSON payload you have included in your request is too large."}]}
					mailgun  | 400 | {"message":"'to' parameter is not a valid address. please check documentation"}
					mailgun  | 413 | Request Entity Too Large
					""")
	void refusedMailIsRefusedForGood(String kind, int status, String body) {
		answer(aResponse().withStatus(status).withBody(body));
		assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server(kind).send(MAIL))
			.returns("http." + status, MailRefusedException::reason)
			.returns("http." + status + ": " + body, MailRefusedException::explanation)
			.returns(true, MailRefusedException::isPermanent)
			.returns(false, MailRefusedException::isAddressUnknown);
	}

	/** Proxies before an API answer with pages of their own. */
	@ParameterizedTest
	@ValueSource(ints = { 400, 413 })
	void longAnswerRefusesTheMail(int status) {
		answer(aResponse().withStatus(status).withBody("<p>Too large.</p>".repeat(20_000)));
		assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server("mailgun").send(MAIL))
			.returns("http." + status, MailRefusedException::reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sendgrid | 401 | {"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked"}]}
			sendgrid | 403 | {"errors":[{"message":"The from address does not match a verified Sender Identity."}]}
			sendgrid | 429 | {"errors":[{"message":"too many requests"}]}
			sendgrid | 500 | {"errors":[{"message":"internal error"}]}
			sendgrid | 503 | upstream
			mailgun  | 401 | Forbidden
			mailgun  | 402 | {"message":"Payment required"}
			mailgun  | 404 | {"message":"Domain not found: mg.example.org"}
			mailgun  | 429 | {"message":"Domain mg.example.org is not allowed to send: recipient limit exceeded"}
			mailgun  | 500 | {"message":"Internal Server Error"}
			mailgun  | 302 | moved
			""")
	void otherErrorsAreNotAboutTheMail(String kind, int status, String body) {
		answer(aResponse().withStatus(status)
			.withBody(body)
			.withHeader("Location", this.provider.baseUrl() + "/other"));
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> server(kind).send(MAIL));
		assertThat(this.provider.getAllServeEvents()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Retry-After,       120,        120
			X-RateLimit-Reset, 1772366430, 30
			Retry-After,       99999999,   3600
			""")
	void providerSaysHowLongToWait(String header, String value, int seconds) {
		answer(aResponse().withStatus(429).withHeader(header, value));
		var clock = new TestClock();
		var route = route("sendgrid", clock);
		assertThatExceptionOfType(MailServerUnavailableException.class)
			.isThrownBy(() -> route.send(MAIL, Duration.ofSeconds(30)));
		clock.now = NOW.plusSeconds(seconds - 1);
		assertThat(route.isAvailable()).isFalse();
		clock.now = NOW.plusSeconds(seconds);
		assertThat(route.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "", "soon", "99999999999999999999" })
	void otherWaitIsIgnored(String value) {
		answer(aResponse().withStatus(429).withHeader("Retry-After", value));
		var route = route("sendgrid", new TestClock());
		assertThatExceptionOfType(MailServerUnavailableException.class)
			.isThrownBy(() -> route.send(MAIL, Duration.ofSeconds(30)));
		assertThat(route.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendgrid", "mailgun" })
	void lostAnswerLeavesTheMailUnconfirmed(String kind) {
		for (var answer : List.of(aResponse().withFault(Fault.EMPTY_RESPONSE),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), aResponse().withStatus(504))) {
			answer(answer);
			assertThatExceptionOfType(MailUnconfirmedException.class).isThrownBy(() -> server(kind).send(MAIL));
		}
	}

	@Test
	void slowProviderLeavesTheMailUnconfirmed() {
		answer(aResponse().withStatus(202).withFixedDelay(20_000));
		assertThatExceptionOfType(MailUnconfirmedException.class)
			.isThrownBy(() -> route("sendgrid", new TestClock()).send(MAIL, Duration.ofMillis(300)));
	}

	@Test
	void providerThatCannotBeReachedIsUnavailable() {
		var server = new SendGridMailServer(MailServerAddress.of("sendgrid+http://:key@127.0.0.1:" + FreePort.find()),
				"a@b", api());
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> server.send(MAIL));
	}

	/** Its certificate is one that nobody has signed. */
	@Test
	void providerThatCannotBeTrustedIsUnavailable() {
		answer(aResponse().withStatus(202));
		var server = new SendGridMailServer(
				MailServerAddress.of("sendgrid+https://:key@127.0.0.1:" + this.provider.httpsPort()), "a@b", api());
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> server.send(MAIL));
		assertThat(this.provider.getAllServeEvents()).isEmpty();
	}

	private void answer(ResponseDefinitionBuilder response) {
		this.provider.resetAll();
		this.provider.stubFor(post(anyUrl()).willReturn(response));
	}

	private MailServer server(String kind) {
		return server(kind, api());
	}

	private MailServer server(String kind, MailApi api) {
		var address = MailServerAddress.of(kind + "+http://mg.example.org:the%2Fkey@localhost:" + this.provider.port());
		var from = "noreply@forum.example.org";
		return kind.equals("sendgrid") ? new SendGridMailServer(address, from, api)
				: new MailgunMailServer(address, from, api);
	}

	private MailRoute route(String kind, InstantSource clock) {
		return new MailRoute(server(kind, new MailApi(clock)), Optional::empty, new MailSettings("parley@localhost",
				List.of(), Duration.ofMinutes(1), Duration.ofMinutes(1), 3, Duration.ofDays(1)), clock);
	}

	private static MailApi api() {
		return new MailApi(() -> NOW);
	}

	/** A clock that tests set. */
	private static final class TestClock implements InstantSource {

		private Instant now = NOW;

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
