package org.parley.summary.modelswitch;

import java.time.InstantSource;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.summary.discussion.SummaryCategories;
import org.parley.summary.discussion.thread.SummaryPerson;

import org.springframework.stereotype.Component;

/**
 * Switches the chat model on or off for the summaries of a category. After it returns, no
 * call to the model begins for the category's threads.
 */
@Component
class SwitchModel {

	private final SummaryCategories summaryCategories;

	private final ModelSwitches modelSwitches;

	private final ModelSwitchChanges changes;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final AdministratorActs acts;

	SwitchModel(SummaryCategories summaryCategories, ModelSwitches modelSwitches, ModelSwitchChanges changes,
			UnitOfWork unitOfWork, InstantSource clock, AdministratorActs acts) {
		this.summaryCategories = summaryCategories;
		this.modelSwitches = modelSwitches;
		this.changes = changes;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
		this.acts = acts;
	}

	/**
	 * Switches the model. A repetition changes and records nothing.
	 * @throws RefusalException 404 {@code category.not-found} when no event of the
	 * category has arrived, or it was removed
	 */
	ModelSwitch turn(String category, boolean on, SummaryPerson by) {
		return this.unitOfWork.run(() -> {
			var now = this.clock.instant();
			var present = get(category);
			var turned = present.turn(on, by, now);
			if (turned.equals(present)) {
				return present;
			}
			this.changes.record(turned, by, now);
			this.acts.record(on ? AdministratorAct.MODEL_SWITCHED_ON : AdministratorAct.MODEL_SWITCHED_OFF, by.id(),
					category);
			return this.modelSwitches.save(turned);
		});
	}

	/**
	 * Returns the switch of a category.
	 * @throws RefusalException 404 {@code category.not-found}
	 */
	ModelSwitch get(String category) {
		if (!this.summaryCategories.isPresent(category)) {
			throw RefusalException.notFound("category.not-found", "The category does not exist.");
		}
		return this.modelSwitches.find(category).orElseGet(() -> ModelSwitch.initial(category));
	}

}
