package org.parley.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.parley.auth.oauth.OAuthDoubles;
import org.parley.auth.oauth.PageApps;
import org.parley.platform.test.JobsByHand;
import org.parley.platform.test.LocalStackTest;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Starts the whole service on real servers with a controllable clock and random source.
 * Password hashes are cheap, so that many users can sign in concurrently.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "parley.secret=dGhpcyBpcyBhIHNlY3JldCBvbmx5IGZvciB0ZXN0cyE=", "parley.passwords.memory=256",
				"parley.content.image-hosts=example.org", "parley.passwords.patience=20s", "parley.passwords.at-once=8",
				"parley.web.secret=" + AuthTest.WEB_SECRET,
				"parley.events.keys.notification-service=dGhpcyBpcyBhIHNlY3JldCBvbmx5IGZvciB0ZXN0cyE=",
				"parley.accounts=admin:the admin's password:admin,Mod:the mod's password:moderator" })
@ActiveProfiles("development")
@LocalStackTest
@Import({ JobsByHand.class, TestConditions.class, Api.class, Forgery.class, OAuthDoubles.class, PageApps.class,
		Postbox.class, Race.class })
public @interface AuthTest {

	/** The secret of the web client. */
	String WEB_SECRET = "a-secret-of-the-web-client-for-tests-only";

}
