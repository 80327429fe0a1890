package org.parley.forum;

import org.parley.platform.readmodels.relation.RelationConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Categories, threads, posts, votes and search. */
@SpringBootApplication
@Import(RelationConfiguration.class)
public class ForumApplication {

	public static void main(String[] args) {
		SpringApplication.run(ForumApplication.class, args);
	}

}
