package org.parley.moderation.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/**
 * Stores policies. The highest version is in force, on each instance after a second at
 * most; a new database gets a first one.
 */
@Component
@EnableConfigurationProperties(PolicySettings.class)
public class Policies implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(Policies.class);

	private final MongoOperations mongo;

	private final JsonMapper json;

	private final PolicySettings settings;

	private final Cache<String, Policy> inForce = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

	Policies(MongoOperations mongo, JsonMapper json, PolicySettings settings) {
		this.mongo = mongo;
		this.json = json;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.mongo.exists(new Query(), Policy.class)) {
			return;
		}
		try {
			this.mongo.insert(readFirst());
			log.atInfo().addKeyValue("policy", this.settings.first()).log("First policy stored");
		}
		catch (DuplicateKeyException ex) {
			log.trace("Another instance stored the first policy", ex);
		}
	}

	/** Returns the policy in force. */
	public Policy current() {
		return this.inForce.get("current", (_) -> readCurrent());
	}

	private Policy readCurrent() {
		var latest = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
		return Objects.requireNonNull(this.mongo.findOne(latest, Policy.class), "No policy is stored");
	}

	private Policy readFirst() {
		try (var resource = new ClassPathResource("policies/" + this.settings.first() + ".json").getInputStream()) {
			return this.json.readValue(resource, Policy.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
