package org.parley.webhook;

import org.parley.platform.readmodels.relation.RelationConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Receives and sends webhooks. */
@SpringBootApplication
@Import(RelationConfiguration.class)
public class WebhookApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebhookApplication.class, args);
	}

}
