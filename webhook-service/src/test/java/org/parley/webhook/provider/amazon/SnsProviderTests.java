package org.parley.webhook.provider.amazon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.webhook.provider.amazon.SnsProvider.SnsMessage;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The certificates come from a server on this machine, in place of Amazon's. */
@WireMockTest
class SnsProviderTests {

	private static final Instant NOW = Instant.parse("2025-11-20T14:46:40Z");

	private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:mail-events";

	private String base = "";

	private SnsProvider provider = new SnsProvider(Set.of(TOPIC), Duration.ofHours(1));

	@BeforeEach
	void serveCertificates(WireMockRuntimeInfo server) throws IOException {
		this.base = server.getHttpBaseUrl();
		this.provider = new SnsProvider(Set.of(TOPIC), Duration.ofHours(1), new SnsClient(
				Pattern.compile(this.base + "/[a-z]+\\.pem"), Pattern.compile(this.base + "/\\?Action=.*")));
		for (var name : new String[] { "amazon", "stranger", "expired" }) {
			stubFor(get("/" + name + ".pem").willReturn(aResponse().withBody(resource(name + ".pem"))));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Notification, 1", "Notification, 2", "SubscriptionConfirmation, 1", "SubscriptionConfirmation, 2",
			"UnsubscribeConfirmation, 2" })
	void signedMessageIsAccepted(String type, String version) {
		var webhook = check(signed(message(type, version), "amazon"));
		assertThat(webhook).isEqualTo(new VerifiedWebhook("da41e39f-ea4d-435a-b922-c6aae3915ebe", NOW));
	}

	@Test
	void subjectIsSigned() {
		var message = message("Notification", "2");
		message.put("Subject", "Größe 🍅");
		signed(message, "amazon");
		assertThat(check(message)).isNotNull();
		message.put("Subject", "another");
		assertRefused(message, SignatureRefusal.BAD_SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Message", "MessageId", "Timestamp", "TopicArn", "Type", "SignatureVersion", "Signature",
			"SigningCertURL" })
	void missingOrChangedValueIsRefused(String name) {
		var message = signed(message("Notification", "2"), "amazon");
		var changed = new LinkedHashMap<>(message);
		changed.put(name, message.get(name) + "x");
		assertRefused(changed, SignatureRefusal.BAD_SIGNATURE);
		message.remove(name);
		assertRefused(message, SignatureRefusal.BAD_SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stranger", "expired" })
	void otherCertificateIsRefused(String name) {
		assertRefused(signed(message("Notification", "2"), name), SignatureRefusal.BAD_SIGNATURE);
	}

	/** The signed text has no lengths, so the same text can be divided in another way. */
	@Test
	void messageOfAnotherTopicCannotPassForOneOfOurs() {
		var theirs = message("Notification", "2");
		theirs.put("TopicArn", "arn:aws:sns:eu-central-1:999999999999:theirs");
		var rest = "\nMessageId\n%s\nTimestamp\n%s\nTopicArn\n%s\nType\n".formatted(theirs.get("MessageId"),
				theirs.get("Timestamp"), TOPIC);
		theirs.put("Message", "forged" + rest + "X");
		var signed = signed(theirs, "amazon");
		var divided = new LinkedHashMap<>(signed);
		divided.put("Message", "forged");
		divided.put("TopicArn", TOPIC);
		divided.put("Type", "X\nMessageId\n%s\nTimestamp\n%s\nTopicArn\n%s\nType\nNotification"
			.formatted(signed.get("MessageId"), signed.get("Timestamp"), signed.get("TopicArn")));
		assertRefused(divided, SignatureRefusal.BAD_SIGNATURE);
	}

	@Test
	void otherTopicIsRefusedWithoutLoadingCertificate() {
		var message = message("Notification", "2");
		message.put("TopicArn", TOPIC + "x");
		assertRefused(signed(message, "amazon"), SignatureRefusal.BAD_SIGNATURE);
		verify(0, getRequestedFor(urlEqualTo("/amazon.pem")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-11-20T13:46:39Z", "2025-11-20T15:46:41Z", "yesterday" })
	void staleMessageIsRefused(String time) {
		var message = message("Notification", "2");
		message.put("Timestamp", time);
		assertRefused(signed(message, "amazon"), SignatureRefusal.STALE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "null", "{\"TopicArn\":1}", "☠" })
	void otherBodiesAreRefused(String body) {
		assertThatExceptionOfType(SignatureRefusedException.class).isThrownBy(() -> check(body));
	}

	@Test
	void certificateIsLoadedOnce() {
		check(signed(message("Notification", "1"), "amazon"));
		check(signed(message("Notification", "2"), "amazon"));
		verify(1, getRequestedFor(urlEqualTo("/amazon.pem")));
	}

	/** SNS repeats a message after 503, and gives up after 401. */
	@ParameterizedTest
	@ValueSource(ints = { 302, 404, 500 })
	void unavailableCertificateAsksToRepeat(int status) {
		stubFor(get("/amazon.pem").willReturn(aResponse().withStatus(status).withHeader("Location", "/stranger.pem")));
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> check(signed(message("Notification", "2"), "amazon")))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
	}

	@ParameterizedTest
	@CsvSource({
			"https://sns.us-east-1.amazonaws.com/SimpleNotificationService-d6d679a1d18e95c2f9ffcf11f4f9e198.pem, true",
			"https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-01ab.pem, true",
			"http://sns.us-east-1.amazonaws.com/SimpleNotificationService-01ab.pem, false",
			"https://sns.us-east-1.amazonaws.com.evil.example/SimpleNotificationService-01ab.pem, false",
			"https://evil.example/sns.us-east-1.amazonaws.com/SimpleNotificationService-01ab.pem, false",
			"https://sns.us-east-1.amazonaws.com@evil.example/SimpleNotificationService-01ab.pem, false",
			"https://sns.us-east-1.amazonaws.com:8443/SimpleNotificationService-01ab.pem, false",
			"https://bucket.s3.amazonaws.com/SimpleNotificationService-01ab.pem, false",
			"https://sns.us-east-1.amazonaws.com/SimpleNotificationService-01ab.pem?x=1, false",
			"https://sns.us-east-1.amazonaws.com/../SimpleNotificationService-01ab.pem, false" })
	void certificatesComeFromAmazonOnly(String address, boolean accepted) {
		assertThat(SnsClient.CERTIFICATES.matcher(address).matches()).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({
			"https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:x&Token=23, true",
			"https://sns.us-east-1.amazonaws.com/?Action=DeleteTopic&TopicArn=arn:aws:sns:x, false",
			"http://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=23, false",
			"https://169.254.169.254/?Action=ConfirmSubscription&Token=23, false",
			"https://sns.us-east-1.amazonaws.com@evil.example/?Action=ConfirmSubscription&Token=23, false" })
	void confirmationsGoToAmazonOnly(String address, boolean accepted) {
		assertThat(SnsClient.CONFIRMATIONS.matcher(address).matches()).isEqualTo(accepted);
	}

	@Test
	void confirmationIsSentOnlyForMessagesThatAskForIt() {
		stubFor(get("/?Action=ConfirmSubscription").willReturn(aResponse()));
		assertThat(this.provider.confirmSubscription(body(message("Notification", "2")))).isFalse();
		var message = message("SubscriptionConfirmation", "2");
		message.put("SubscribeURL", this.base + "/?Action=ConfirmSubscription");
		assertThat(this.provider.confirmSubscription(body(message))).isTrue();
		verify(1, getRequestedFor(urlEqualTo("/?Action=ConfirmSubscription")));
	}

	@Test
	void unansweredConfirmationIsRepeated() {
		stubFor(get("/?Action=ConfirmSubscription").willReturn(aResponse().withStatus(500)));
		var message = message("SubscriptionConfirmation", "2");
		message.put("SubscribeURL", this.base + "/?Action=ConfirmSubscription");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.provider.confirmSubscription(body(message)));
	}

	@Test
	void confirmationElsewhereIsSetAside() {
		var message = message("SubscriptionConfirmation", "2");
		message.put("SubscribeURL", "http://evil.example/?Action=ConfirmSubscription");
		assertThatExceptionOfType(PoisonEventException.class)
			.isThrownBy(() -> this.provider.confirmSubscription(body(message)));
	}

	private static byte[] body(Map<String, String> message) {
		return JsonMapper.shared().writeValueAsBytes(message);
	}

	private VerifiedWebhook check(Map<String, String> message) {
		return check(JsonMapper.shared().writeValueAsString(message));
	}

	private VerifiedWebhook check(String body) {
		return this.provider.verify(new InboundRequest(new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8)), NOW);
	}

	private void assertRefused(Map<String, String> message, SignatureRefusal refusal) {
		assertThatExceptionOfType(SignatureRefusedException.class).isThrownBy(() -> check(message))
			.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(refusal));
	}

	private static Map<String, String> message(String type, String version) {
		var message = new LinkedHashMap<String, String>();
		message.put("Type", type);
		message.put("MessageId", "da41e39f-ea4d-435a-b922-c6aae3915ebe");
		message.put("TopicArn", TOPIC);
		message.put("Message", "{\"eventType\":\"Bounce\"}");
		message.put("Timestamp", NOW.toString());
		message.put("SignatureVersion", version);
		if (!type.equals("Notification")) {
			message.put("Token", "2336412f37");
			message.put("SubscribeURL", "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription");
		}
		return message;
	}

	private Map<String, String> signed(Map<String, String> message, String certificate) {
		try {
			var signature = Signature
				.getInstance("1".equals(message.get("SignatureVersion")) ? "SHA1withRSA" : "SHA256withRSA");
			signature.initSign(key(certificate));
			signature.update(SnsMessage.parse(body(message)).signedText().getBytes(StandardCharsets.UTF_8));
			message.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
			message.put("SigningCertURL", this.base + "/" + certificate + ".pem");
			return message;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PrivateKey key(String name) throws GeneralSecurityException, IOException {
		return KeyFactory.getInstance("RSA")
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(resource(name + ".key"))));
	}

	private static byte[] resource(String name) throws IOException {
		try (var file = SnsProviderTests.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(file).readAllBytes();
		}
	}

}
