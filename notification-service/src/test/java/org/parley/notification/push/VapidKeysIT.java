package org.parley.notification.push;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.platform.messaging.secret.UnknownSealKeyException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@NotificationTest
class VapidKeysIT {

	private static final String OLD = key(1);

	private static final String NEW = key(2);

	@Autowired
	private MongoOperations mongo;

	@BeforeEach
	void forget() {
		this.mongo.remove(new Query(), VapidKeys.COLLECTION);
	}

	@Test
	void keyOfSubscriptionsOutlivesKeyOfService() {
		var publicKey = keysWith(OLD).publicKey();
		assertThat(keysWith(NEW, OLD).publicKey()).isEqualTo(publicKey);
		assertThat(keysWith(NEW).publicKey()).isEqualTo(publicKey);
	}

	@Test
	void wrongKeyOfServiceReplacesNothing() {
		var publicKey = keysWith(OLD).publicKey();
		var wrong = keysWith(NEW);
		assertThatExceptionOfType(UnknownSealKeyException.class).isThrownBy(wrong::publicKey);
		assertThat(keysWith(OLD).publicKey()).isEqualTo(publicKey);
	}

	private VapidKeys keysWith(String... keys) {
		return new VapidKeys(this.mongo, ServiceFixture.cipherWith(keys), "notification-service",
				URI.create("https://forum.example.org"), InstantSource.system());
	}

	private static String key(int first) {
		var bytes = new byte[32];
		bytes[0] = (byte) first;
		return Base64.getEncoder().encodeToString(bytes);
	}

}
