package org.parley.notification.health;

import java.time.Instant;
import java.util.Optional;

import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
		var newest = new Query().with(Sort.by(Sort.Direction.DESC, "_id"));
		return Optional.ofNullable(this.mongo.findOne(newest, HealthRecord.class));
	}

	/** The latest check until a time. */
	Optional<HealthRecord> latestUntil(Instant end) {
		var newest = new Query(Criteria.where("at").lte(end)).with(Sort.by(Sort.Direction.DESC, "at"));
		return Optional.ofNullable(this.mongo.findOne(newest, HealthRecord.class));
	}

	Paged<HealthRecord> findPage(PageQuery page) {
		return new NewestFirst(page, "health-checks").find(this.mongo, new Query(), HealthRecord.class,
				HealthRecord::id);
	}

}
