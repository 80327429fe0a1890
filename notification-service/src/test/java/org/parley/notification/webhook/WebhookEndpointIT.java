package org.parley.notification.webhook;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.contact.Contacts;
import org.parley.platform.domain.Ids;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** The owners of endpoints hear before and after they are disabled. */
@NotificationTest
class WebhookEndpointIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private Contacts contacts;

	@ParameterizedTest
	@CsvSource(textBlock = """
			failing, failures, en, 'hooks.example.com has refused every webhook for days, and will be disabled soon'
			stopped, failures, de, Webhooks an hooks.example.com wurden nach fünf Tagen voller Fehler deaktiviert
			""")
	void ownerIsNotifiedInTheListAndByMail(String type, String cause, String language, String title) {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, language, "UTC", 3);
		soon().until(() -> this.contacts.find(alice.id()).filter((contact) -> contact.version() == 3).isPresent());
		var subscription = Ids.next();
		this.fixture.publish("webhook-endpoint." + type, Map.of("subscriptionId", subscription, "ownerId", alice.id(),
				"host", "hooks.example.com", "cause", cause, "at", Instant.EPOCH.toString()));
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var notification = this.fixture.get(alice, "/notifications").data().get(0);
		assertThat(notification.path("kind").asString()).isEqualTo("webhook");
		assertThat(notification.path("title").asString()).isEqualTo(title);
		assertThat(notification.path("link").asString()).isEqualTo("/settings/webhooks/" + subscription);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo(title);
		assertThat(mail.text()).contains("/settings/webhooks/" + subscription);
	}

}
