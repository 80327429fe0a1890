package org.parley.summary.modelswitch;

import java.util.List;
import java.util.Optional;

import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores switches. A category without a stored switch is switched on. */
@Component
public class ModelSwitches {

	private final MongoOperations mongo;

	ModelSwitches(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public List<String> findCategoriesOff() {
		return findAll().stream().filter((one) -> !one.enabled()).map(ModelSwitch::category).toList();
	}

	/** Whether the model may summarize the threads of a category at this moment. */
	boolean isEnabled(String category) {
		return !this.mongo.exists(new Query(Criteria.where("_id").is(category).and("enabled").is(false)),
				ModelSwitch.class);
	}

	Optional<ModelSwitch> find(String category) {
		return Optional.ofNullable(this.mongo.findById(category, ModelSwitch.class));
	}

	List<ModelSwitch> findAll() {
		return this.mongo.findAll(ModelSwitch.class);
	}

	/**
	 * Stores a switch.
	 * @throws OptimisticLockingFailureException when it was changed since it was read
	 */
	ModelSwitch save(ModelSwitch changed) {
		return ContendedUpsert.write(() -> this.mongo.save(changed));
	}

}
