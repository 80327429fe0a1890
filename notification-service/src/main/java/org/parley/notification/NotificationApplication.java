package org.parley.notification;

import org.parley.platform.readmodels.relation.RelationConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Notifies users in the app, live and by mail. */
@SpringBootApplication
@Import(RelationConfiguration.class)
public class NotificationApplication {

	public static void main(String[] args) {
		SpringApplication.run(NotificationApplication.class, args);
	}

}
