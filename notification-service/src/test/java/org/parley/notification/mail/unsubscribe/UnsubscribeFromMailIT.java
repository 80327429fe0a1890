package org.parley.notification.mail.unsubscribe;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.contact.Contacts;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

@NotificationTest
class UnsubscribeFromMailIT {

	@Autowired
	private UnsubscribeFromMail unsubscribeFromMail;

	@Autowired
	private EventSecretCipher cipher;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private Contacts contacts;

	@Autowired
	private MongoOperations mongo;

	@Test
	void nothingIsStoredOfDeletedUser() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		soon().until(() -> this.contacts.find(alice.id()).isPresent() && this.contacts.find(bob.id()).isPresent());
		this.fixture.publishUserDeletion(bob, 9);
		soon().until(() -> this.contacts.find(bob.id()).isEmpty());
		unsubscribe(alice);
		unsubscribe(bob);
		assertThat(this.mongo.findById(alice.id(), Document.class, "preferences")).isNotNull();
		assertThat(this.mongo.findById(bob.id(), Document.class, "preferences")).isNull();
	}

	private void unsubscribe(TestUser user) {
		this.unsubscribeFromMail.unsubscribe(this.cipher.seal("notification-service", user.id() + ":reply").jwe());
	}

}
