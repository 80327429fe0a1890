package org.parley.platform.mongo.transaction;

import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Starts an application with a database; all subclasses share one context. */
@SpringBootTest(classes = TransactionIT.Application.class)
@LocalStackTest
abstract class TransactionIT {

	@Autowired
	protected UnitOfWork unitOfWork;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SentCommands.class)
	static class Application {

	}

}
