package org.parley.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.parley.platform.test.JobsByHand;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.database.SentCommands;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Starts the service with real servers, a test clock and a test mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "parley.events.keys.notification-service=b25seSBmb3IgdGVzdHMsIHRoaXJ0eS10d28gYnl0ZXM=",
				"spring.cloud.config.enabled=false", "parley.mail.pause=300ms",
				"parley.health.parts.auth-service=http://127.0.0.1:1", "parley.health.parts.forum-service=",
				"parley.mail.retries=1s,2s,3s", "parley.push.allow-private-addresses=true", "parley.push.retries=1s,2s",
				"parley.mail.replies.address=reply@reply.example.org", "parley.mail.replies.new-threads=true",
				"parley.mail.lists.an-hour=3", "parley.mail.replies.a-minute=3",
				"parley.mail.replies.daily-refusals=2" })
@LocalStackTest
@Import({ JobsByHand.class, SentCommands.class, TestConditions.class, ServiceFixture.class })
public @interface NotificationTest {

}
