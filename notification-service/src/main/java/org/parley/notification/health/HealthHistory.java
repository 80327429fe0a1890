package org.parley.notification.health;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored health checks. */
@Component
@EnableConfigurationProperties(HealthSettings.class)
class HealthHistory implements InitializingBean {

	private final MongoOperations mongo;

	private final HealthSettings settings;

	HealthHistory(MongoOperations mongo, HealthSettings settings) {
		this.mongo = mongo;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(HealthRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(this.settings.kept()));
	}

	void add(HealthRecord record) {
		this.mongo.insert(record);
	}

	Optional<HealthRecord> latest() {
		return list(null, false, 1).stream().findFirst();
	}

	/** Newest first; oldest first if backwards. */
	List<HealthRecord> list(@Nullable String edge, boolean backwards, int limit) {
		var beyond = new Criteria();
		if (edge != null) {
			beyond = backwards ? Criteria.where("_id").gt(edge) : Criteria.where("_id").lt(edge);
		}
		var order = Sort.by(backwards ? Sort.Direction.ASC : Sort.Direction.DESC, "_id");
		return this.mongo.find(new Query(beyond).with(order).limit(Limit.of(limit)), HealthRecord.class);
	}

}
