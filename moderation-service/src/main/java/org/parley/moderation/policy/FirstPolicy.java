package org.parley.moderation.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Gives a new database its first policy, once. */
@Component
@EnableConfigurationProperties(PolicySettings.class)
class FirstPolicy implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(FirstPolicy.class);

	private final Policies policies;

	private final MongoOperations mongo;

	private final JsonMapper json;

	private final PolicySettings settings;

	private final InstantSource clock;

	FirstPolicy(Policies policies, MongoOperations mongo, JsonMapper json, PolicySettings settings,
			InstantSource clock) {
		this.policies = policies;
		this.mongo = mongo;
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.policies.findActive().isPresent()) {
			return;
		}
		var seed = read();
		var now = this.clock.instant();
		var first = Policy.draft(seed.name(), seed.terms(), null, now);
		first.activate(version(), now);
		try {
			this.policies.insert(first);
			log.atInfo().addKeyValue("policy", this.settings.first()).log("First policy stored");
		}
		catch (DuplicateKeyException ex) {
			log.trace("Another instance stored the first policy", ex);
		}
	}

	/** Earlier releases kept read-only policies, whose versions stand in verdicts. */
	private long version() {
		var latest = this.mongo.findOne(new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1), Document.class,
				"policies");
		return (latest != null && latest.get("_id") instanceof Long version) ? version : 1;
	}

	private Seed read() {
		try (var resource = new ClassPathResource("policies/" + this.settings.first() + ".json").getInputStream()) {
			return this.json.readValue(resource, Seed.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A policy in a file.
	 *
	 * @param name the display name
	 * @param terms what it says
	 */
	record Seed(String name, PolicyTerms terms) {
	}

}
