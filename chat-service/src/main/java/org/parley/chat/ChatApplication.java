package org.parley.chat;

import org.parley.platform.readmodels.relation.RelationConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Conversations, messages, reactions and read positions. */
@SpringBootApplication
@Import(RelationConfiguration.class)
public class ChatApplication {

	public static void main(String[] args) {
		SpringApplication.run(ChatApplication.class, args);
	}

}
