package org.parley.moderation.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

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

/** The stored policies; the latest counts. A new database begins with one. */
@Component
@EnableConfigurationProperties(PolicySettings.class)
public class Policies implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(Policies.class);

	private final MongoOperations mongo;

	private final JsonMapper json;

	private final PolicySettings settings;

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
			this.mongo.insert(first());
			log.atInfo().addKeyValue("policy", this.settings.first()).log("Moderation begins with a policy");
		}
		catch (DuplicateKeyException ex) {
			log.trace("Another instance was first", ex);
		}
	}

	/** The policy that counts. */
	public Policy present() {
		var latest = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
		return Objects.requireNonNull(this.mongo.findOne(latest, Policy.class), "There is always a policy");
	}

	/** The policy that a new database begins with. */
	Policy first() {
		try (var resource = new ClassPathResource("policies/" + this.settings.first() + ".json").getInputStream()) {
			return this.json.readValue(resource, Policy.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
